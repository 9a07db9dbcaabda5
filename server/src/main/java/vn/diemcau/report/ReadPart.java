package vn.diemcau.report;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import vn.diemcau.access.Action;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** Use case: what the account that somebody asks for is made of. Fails with MISSING for a campaign or a group that is not there for them. */
final class ReadPart {
    private final Attendances attendances;
    private final Enrolments enrolments;
    private final Function<String, Future<Optional<String>>> campaignTitle;

    ReadPart(Attendances attendances, Enrolments enrolments, Function<String, Future<Optional<String>>> campaignTitle) {
        this.attendances = attendances;
        this.enrolments = enrolments;
        this.campaignTitle = campaignTitle;
    }

    Future<Part> handle(Ask ask, SignedIn by) {
        String campaign = ask.campaign();
        String group = ask.group();
        if (campaign != null) {
            return campaignTitle
                    .apply(campaign)
                    .map(title -> new Part(
                            attendances.ofCampaign(campaign),
                            Part.Kind.CAMPAIGN,
                            campaign,
                            title.orElseThrow(() -> Problem.missing("not_found", "There is no such campaign.")),
                            0));
        }
        if (group == null) return Future.succeededFuture(Part.all(attendances));
        return enrolments.group(group).compose(found -> {
            var one = found.orElseThrow(() -> Problem.missing("not_found", "There is no such group here for you."));
            by.require(Action.SUMMON, one.unitPath());
            return GroupAccounts.read(attendances, one.persons(), ask.oldest(), ask.period())
                    .map(accounts -> new Part(
                            accounts,
                            Part.Kind.GROUP,
                            one.id(),
                            one.name(),
                            one.persons().size()));
        });
    }
}
