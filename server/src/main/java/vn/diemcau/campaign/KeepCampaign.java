package vn.diemcau.campaign;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.problem.Problem;

/** Use cases of a campaign: make or change it, remind the units that lag, by hand or by itself on its day. */
final class KeepCampaign {
    private final CampaignStore store;
    private final ReadProgress read;
    private final People people;
    private final InstantSource clock;

    KeepCampaign(CampaignStore store, ReadProgress read, People people, InstantSource clock) {
        this.store = store;
        this.read = read;
        this.people = people;
        this.clock = clock;
    }

    Future<Campaign> find(String id) {
        return store.find(id)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("not_found", "There is no such campaign here for you.")));
    }

    /** Makes it under the sender's id, or changes it. Fails with changed_meanwhile, and id_reused when it stands for another unit's. */
    Future<Campaign> keep(Campaign wish) {
        return store.find(wish.id()).compose(found -> {
            if (found.isEmpty()) {
                return store.insert(wish.raised())
                        .recover(failure ->
                                Future.failedFuture(Mongo.isDuplicateKey(failure) ? changedMeanwhile() : failure))
                        .map(done -> wish.raised());
            }
            Campaign before = found.get();
            if (!before.unit().equals(wish.unit())) {
                throw Problem.conflict("id_reused", "The id stands for another unit's campaign.");
            }
            boolean sameDay = java.util.Objects.equals(before.remindOn(), wish.remindOn());
            Campaign after = new Campaign(
                    wish.id(),
                    wish.kind(),
                    wish.title(),
                    before.unit(),
                    before.unitPath(),
                    wish.from(),
                    wish.to(),
                    wish.target(),
                    wish.remindOn(),
                    sameDay ? before.remindedOn() : null,
                    wish.quota(),
                    wish.persons(),
                    wish.note(),
                    before.rev());
            if (after.equals(before)) return Future.succeededFuture(before);
            if (before.rev() != wish.rev()) throw changedMeanwhile();
            return store.replace(after).map(written -> {
                if (!written) throw changedMeanwhile();
                return after.raised();
            });
        });
    }

    /** Reminds these units, each with its path of today; twice under one id is once. */
    Future<Void> remind(Campaign campaign, String id, Map<String, String> units, String by, String text) {
        List<Reminder> reminders = new ArrayList<>();
        units.forEach((unit, path) -> reminders.add(new Reminder(
                id + "|" + unit, campaign.id(), unit, path, by, clock.instant().truncatedTo(ChronoUnit.MILLIS), text)));
        return store.remind(reminders);
    }

    /** Every campaign whose day of reminding has come reminds, once, the units right below its own that lag. */
    Future<Void> remindDue() {
        LocalDate today = read.today();
        return store.toRemind(today).compose(due -> {
            Future<Void> chain = Future.succeededFuture();
            for (Campaign one : due) chain = chain.compose(done -> remindBelow(one, today));
            return chain;
        });
    }

    private Future<Void> remindBelow(Campaign campaign, LocalDate today) {
        return read.handle(campaign)
                .compose(known -> people.tree().compose(tree -> {
                    Map<String, String> units = new LinkedHashMap<>();
                    for (String lead : known.lead().units()) {
                        for (Unit unit : tree.children(lead, today)) {
                            tree.path(unit.id(), today).ifPresent(path -> units.put(unit.id(), path));
                        }
                    }
                    Collection<String> lagging = known.progress().lagging(units.values());
                    units.values().retainAll(lagging);
                    return remind(campaign, campaign.id() + "|" + campaign.remindOn(), units, "", "");
                }))
                .compose(done -> store.replace(campaign.reminded(today)).mapEmpty());
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("changed_meanwhile", "Somebody changed this in between; look again.");
    }
}
