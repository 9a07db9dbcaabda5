package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;

/** How a programme is judged, wishes to judge it otherwise, and what absences lead to; decides nothing. */
final class PolicyRoutes {
    private static final int SHOWN = 200;
    private static final int MINUTES_MOST = 240;
    private static final int HOURS_MOST = 720;

    private final Schedule schedule;
    private final PolicyStore policies;
    private final PreviewPolicy preview;
    private final ApplyPolicy apply;
    private final ReadEligibility eligibility;
    private final Audit audit;
    private final InstantSource clock;

    PolicyRoutes(
            Schedule schedule,
            PolicyStore policies,
            PreviewPolicy preview,
            ApplyPolicy apply,
            ReadEligibility eligibility,
            Audit audit,
            InstantSource clock) {
        this.schedule = schedule;
        this.policies = policies;
        this.preview = preview;
        this.apply = apply;
        this.eligibility = eligibility;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/policy", Action.READ_PROGRAMMES, this::read);
        api.put(
                "/programmes/{programme}/policy/proposals/{id}",
                Action.PLAN,
                BeforeAfter.of(this::proposalNow, this::propose));
        api.get("/programmes/{programme}/policy/proposals/{id}", Action.READ_PROGRAMMES, this::preview);
        api.post(
                "/programmes/{programme}/policy/proposals/{id}/approval",
                Action.APPROVE_POLICY,
                BeforeAfter.of(this::policyNow, this::approve));
        api.post(
                "/programmes/{programme}/policy/proposals/{id}/rejection",
                Action.APPROVE_POLICY,
                BeforeAfter.of(this::proposalNow, this::reject));
        api.get("/programmes/{programme}/eligibility", Action.READ_ATTENDANCE, this::trainees);
        api.get("/my/eligibility", Action.OWN, this::mine);
    }

    private Future<Optional<JsonObject>> proposalNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return policies.one(in.path("programme"), in.path("id")).map(found -> found.map(PolicyRoutes::json));
    }

    private Future<Optional<JsonObject>> policyNow(RoutingContext ctx) {
        return schedule.programme(Input.of(ctx).path("programme"))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : eligibility
                                .policy(found.get().id(), found.get().kind())
                                .map(policy -> Optional.of(json(policy))));
    }

    private Future<Programme> programme(RoutingContext ctx, Action action) {
        SignedIn caller = SignedIn.of(ctx);
        return schedule.programme(Input.of(ctx).path("programme")).map(found -> {
            Programme programme =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such programme here for you."));
            caller.require(action, programme.unitPath());
            return programme;
        });
    }

    private Future<Proposal> proposal(RoutingContext ctx, Programme programme) {
        return policies.one(programme.id(), Input.of(ctx).path("id"))
                .map(found -> found.orElseThrow(() -> Problem.missing("not_found", "There is no such proposal.")));
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        return programme(ctx, Action.READ_PROGRAMMES)
                .compose(programme -> policies.of(programme.id()).compose(all -> eligibility
                        .policy(programme.id(), programme.kind())
                        .map(policy -> {
                            JsonArray proposals = new JsonArray();
                            SignedIn caller = SignedIn.of(ctx);
                            all.forEach(each -> proposals.add(
                                    json(each).put("own", each.account().equals(caller.account()))));
                            return new JsonObject()
                                    .put("current", json(policy))
                                    .put("proposals", proposals)
                                    .put("mayPropose", caller.may(Action.PLAN, programme.unitPath()))
                                    .put("mayApprove", caller.may(Action.APPROVE_POLICY, programme.unitPath()));
                        })));
    }

    private Future<JsonObject> propose(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String id = ReadClaim.id(in.path("id"));
        String reason = in.text("reason");
        return programme(ctx, Action.PLAN).compose(programme -> {
            boolean rollCall = Policy.usual(programme.kind()).rollCall();
            Policy policy = new Policy(
                    programme.id(),
                    0,
                    in.integer("lateMinutes", 0, MINUTES_MOST),
                    in.integer("earlyMinutes", 0, MINUTES_MOST),
                    in.integer("remotePercent", 1, 100),
                    in.has("rollCall") ? in.flag("rollCall") : rollCall,
                    !in.has("otherSiteAccepted") || in.flag("otherSiteAccepted"),
                    in.integer("absentPercent", 0, 100),
                    !in.has("excusedCounts") || in.flag("excusedCounts"),
                    in.optionalInteger("appealDays", 0, 366).orElse(Policy.DEFAULT.appealDays()),
                    in.optionalInteger("remindMinutes", 0, MINUTES_MOST).orElse(Policy.DEFAULT.remindMinutes()),
                    in.optionalInteger("ruleHours", 0, HOURS_MOST).orElse(Policy.DEFAULT.ruleHours()));
            Proposal proposal = new Proposal(
                    id,
                    programme.id(),
                    Proposal.State.PROPOSED,
                    policy,
                    reason,
                    caller.account(),
                    caller.name(),
                    clock.instant(),
                    null,
                    null);
            return policies.propose(proposal).compose(kept -> {
                if (!kept.policy().numbered(0).equals(policy) && kept.state() == Proposal.State.PROPOSED) {
                    throw Problem.conflict("id_reused", "This id stands with other content; make a new id.");
                }
                return shown(programme, kept);
            });
        });
    }

    private Future<JsonObject> preview(RoutingContext ctx) {
        return programme(ctx, Action.READ_PROGRAMMES)
                .compose(programme -> proposal(ctx, programme).compose(found -> shown(programme, found)));
    }

    private Future<JsonObject> shown(Programme programme, Proposal proposal) {
        if (proposal.state() != Proposal.State.PROPOSED) return Future.succeededFuture(json(proposal));
        return eligibility.policy(programme.id(), programme.kind()).compose(now -> preview.handle(
                        programme.id(), now, proposal.policy())
                .map(effect -> json(proposal).put("effect", json(effect))));
    }

    /** By somebody else than who proposed it. */
    private Future<JsonObject> approve(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return programme(ctx, Action.APPROVE_POLICY)
                .compose(programme -> proposal(ctx, programme).compose(proposal -> {
                    if (proposal.state() == Proposal.State.REJECTED) throw decided();
                    if (proposal.account().equals(caller.account())) {
                        throw Problem.conflict("own_proposal", "Somebody else must approve what you propose.");
                    }
                    Future<Boolean> approved = proposal.state() == Proposal.State.APPROVED
                            ? Future.succeededFuture(true)
                            : policies.approve(proposal, caller.name(), clock.instant());
                    return approved.compose(done -> {
                                if (!done) throw decided();
                                return apply.handle(programme.id());
                            })
                            .compose(done -> audit.add(
                                    caller.account(),
                                    "policy_approved",
                                    "programme/" + programme.id(),
                                    caller.did(new JsonObject().put("proposal", proposal.id()))))
                            .compose(done -> proposal(ctx, programme))
                            .map(PolicyRoutes::json);
                }));
    }

    private Future<JsonObject> reject(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return programme(ctx, Action.APPROVE_POLICY).compose(programme -> proposal(ctx, programme)
                .compose(proposal -> policies.reject(proposal, caller.name(), clock.instant()))
                .compose(done -> proposal(ctx, programme))
                .map(after -> {
                    if (after.state() != Proposal.State.REJECTED) throw decided();
                    return json(after);
                }));
    }

    private static Problem decided() {
        return Problem.conflict("decided", "This proposal was decided already.");
    }

    private Future<JsonObject> trainees(RoutingContext ctx) {
        return programme(ctx, Action.READ_ATTENDANCE).compose(programme -> eligibility
                .policy(programme.id(), programme.kind())
                .compose(policy -> eligibility.handle(programme.id(), policy).map(all -> {
                    JsonArray items = new JsonArray();
                    all.forEach(each ->
                            items.add(json(each.eligibility()).put("person", AttendanceJson.person(each.one()))));
                    return new JsonObject()
                            .put("policy", json(policy))
                            .put("limited", policy.limitsAbsence())
                            .put("items", items);
                })));
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        return eligibility.mine(SignedIn.of(ctx).requirePerson()).map(all -> {
            JsonArray items = new JsonArray();
            all.forEach(each -> items.add(json(each.eligibility())
                    .put("programme", each.session().programme())
                    .put("title", each.session().title())));
            return new JsonObject().put("items", items);
        });
    }

    private static JsonObject json(Eligibility one) {
        return new JsonObject()
                .put("unit", one.periods() ? "period" : "session")
                .put("total", one.total())
                .put("absent", one.absent())
                .put("excused", one.excused())
                .put("ahead", one.ahead())
                .put("allowed", one.allowed())
                .put("state", one.state().name().toLowerCase(Locale.ROOT));
    }

    private static JsonObject json(Policy policy) {
        return new JsonObject()
                .put("version", policy.version())
                .put("lateMinutes", policy.lateMinutes())
                .put("earlyMinutes", policy.earlyMinutes())
                .put("remotePercent", policy.remotePercent())
                .put("rollCall", policy.rollCall())
                .put("otherSiteAccepted", policy.otherSiteAccepted())
                .put("absentPercent", policy.absentPercent())
                .put("excusedCounts", policy.excusedCounts())
                .put("appealDays", policy.appealDays())
                .put("remindMinutes", policy.remindMinutes())
                .put("ruleHours", policy.ruleHours());
    }

    private static JsonObject json(Proposal proposal) {
        JsonObject json = new JsonObject()
                .put("id", proposal.id())
                .put("state", proposal.state().name().toLowerCase(Locale.ROOT))
                .put("policy", json(proposal.policy()))
                .put("reason", proposal.reason())
                .put("by", proposal.by())
                .put("at", proposal.at().toString());
        AttendanceJson.put(json, "decidedBy", proposal.decidedBy());
        AttendanceJson.put(json, "decidedAt", proposal.decidedAt());
        return json;
    }

    private static JsonObject json(PreviewPolicy.Effect effect) {
        JsonArray changes = new JsonArray();
        effect.changes().stream()
                .limit(SHOWN)
                .forEach(each -> changes.add(new JsonObject()
                        .put("person", AttendanceJson.person(each.before()))
                        .put("session", each.before().session())
                        .put("startsAt", each.before().startsAt().toString())
                        .put("before", AttendanceJson.outcome(each.before().outcome()))
                        .put("after", AttendanceJson.outcome(each.after()))));
        JsonArray standings = new JsonArray();
        effect.standings().stream()
                .limit(SHOWN)
                .forEach(each -> standings.add(new JsonObject()
                        .put("person", AttendanceJson.person(each.one()))
                        .put("before", json(each.before()))
                        .put("after", json(each.after()))));
        return new JsonObject()
                .put("openSessions", effect.open())
                .put("closedSessions", effect.closed())
                .put("changed", effect.changes().size())
                .put("changes", changes)
                .put("standings", standings);
    }
}
