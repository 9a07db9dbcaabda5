package vn.diemcau.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.diemcau.enrolment.OpenStore.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.embedded.StoreUnusable;
import vn.diemcau.people.Person.Status;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

class IssueListTest {
    private static final Instant BEFORE = World.START.minusSeconds(3600);

    private final World world = new World();
    private final List<String> told = new ArrayList<>();
    private boolean deaf;
    private Instant now = BEFORE;
    private Session session = world.session("s1", "p1", State.ISSUED, World.site("main", 100, "T19"));
    private OpenStore store;
    private ListStore lists;
    private ScopeStore scopes;
    private ReplyStore replies;
    private IssueList issue;
    private AmendList amend;
    private KeepLists keep;
    private KeptEnrolments enrolments;

    @BeforeEach
    void open(@TempDir Path directory) throws StoreUnusable {
        List<vn.diemcau.mongo.Index> indexes = EnrolmentFeature.indexes();
        store = OpenStore.at(directory, indexes);
        InstantSource clock = () -> now;
        lists = new ListStore(store.mongo());
        scopes = new ScopeStore(store.mongo());
        replies = new ReplyStore(store.mongo());
        TellList tell = new TellList(lists);
        tell.add((which, version, persons) -> {
            if (deaf) return Future.failedFuture("not now");
            told.add(which + " v" + version + " " + persons);
            return Future.succeededFuture();
        });
        ResolveList resolve = new ResolveList(world, scopes);
        issue = new IssueList(world, lists, scopes, replies, resolve, tell, clock);
        amend = new AmendList(world, lists, resolve, issue);
        keep = new KeepLists(
                Vertx.vertx(),
                world,
                lists,
                issue,
                tell,
                new DecideAbsence(world, new AbsenceStore(store.mongo()), clock),
                clock);
        enrolments = new KeptEnrolments(lists, scopes, world);
        world.add("a", "Hoàng Thị Mai", "T19-1-B1", Status.OFFICIAL);
        world.add("b", "Vàng A Pao", "T19-2-B1", Status.EXEMPT);
        await(scopes.put(ScopeStore.ofProgramme("p1"), Scope.everybodyIn("T19"), 0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> onTheList() {
        List<String> found = new ArrayList<>();
        await(enrolments.each("s1", required -> found.add(required.person() + " " + required.standing())));
        return found.stream().sorted().toList();
    }

    @Test
    void issuingPutsTheListInForceAndTellsListenersOnce() {
        int version = await(issue.handle("s1", "me"));
        assertThat(version).isEqualTo(1);
        assertThat(await(issue.handle("s1", "me"))).isEqualTo(1);
        assertThat(onTheList()).containsExactly("a REQUIRED", "b EXEMPT");
        assertThat(told).containsExactly("s1 v1 [a, b]");
    }

    @Test
    void aDraftSummonsNobody() {
        session = world.session("s1", "p1", State.DRAFT);
        assertThat(await(issue.handle("s1", "me"))).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void aMovedPersonRaisesTheVersionUntilTheStartAndNotAfter() {
        await(issue.handle("s1", "me"));
        world.persons.set(0, World.person("a", "Hoàng Thị Mai", "T19-2-B2", Status.OFFICIAL));
        int second = await(issue.handle("s1", "me"));
        assertThat(second).isGreaterThan(1);
        assertThat(await(enrolments.entry("s1", "a")).orElseThrow().unit()).isEqualTo("T19-2-B2");
        now = World.START;
        await(keep.once());
        world.persons.set(0, World.person("a", "Hoàng Thị Mai", "T19-1-B2", Status.OFFICIAL));
        assertThat(await(issue.handle("s1", "me"))).isEqualTo(second);
        assertThat(await(enrolments.entry("s1", "a")).orElseThrow().unit()).isEqualTo("T19-2-B2");
    }

    @Test
    void whatAWriterLeftWhenItDiedIsNeverMixedIn() {
        await(issue.handle("s1", "me"));
        int reserved = await(lists.reserve(session));
        Entry stray = await(lists.entry("s1", 1, "a")).orElseThrow();
        await(lists.write(session, reserved, List.of(stray.withSite("nowhere"))));
        assertThat(onTheList()).containsExactly("a REQUIRED", "b EXEMPT");
        world.add("c", "Ma Văn Tú", "T19-2-B2", Status.OFFICIAL);
        int version = await(issue.handle("s1", "me"));
        assertThat(version).isEqualTo(reserved + 1);
        assertThat(onTheList()).containsExactly("a REQUIRED", "b EXEMPT", "c REQUIRED");
        List<String> left = new ArrayList<>();
        await(lists.each("s1", reserved, entry -> left.add(entry.required().person())));
        assertThat(left).isEmpty();
    }

    @Test
    void aListThatWasInForceBeforeACrashIsToldAfterIt() {
        deaf = true;
        assertThatThrownBy(() -> await(issue.handle("s1", "me"))).hasMessageContaining("not now");
        assertThat(onTheList()).containsExactly("a REQUIRED", "b EXEMPT");
        deaf = false;
        await(keep.once());
        assertThat(told).containsExactly("s1 v1 [a, b]");
        await(keep.once());
        assertThat(told).hasSize(1);
    }

    @Test
    void theSlowerOfTwoWritersWritesAgain() {
        int version = await(Future.all(issue.handle("s1", "me"), issue.handle("s1", "you"))
                .compose(both -> enrolments.version("s1")));
        assertThat(version).isPositive();
        assertThat(onTheList()).containsExactly("a REQUIRED", "b EXEMPT");
    }

    @Test
    void anAmendmentAfterTheStartNeedsAReasonAndKeepsItsAuthor() {
        await(issue.handle("s1", "me"));
        now = World.START;
        await(keep.once());
        world.add("c", "Ma Văn Tú", "T19-2-B2", Status.OFFICIAL);
        await(amend.handle(
                "s1",
                List.of(
                        new AmendList.Change("c", Required.Standing.REQUIRED, null),
                        new AmendList.Change("b", null, null)),
                "Bổ sung theo CV 5",
                "me"));
        assertThat(onTheList()).containsExactly("a REQUIRED", "c REQUIRED");
        ListState.Change last = await(lists.state("s1")).orElseThrow().history().get(1);
        assertThat(last.reason()).isEqualTo("Bổ sung theo CV 5");
        assertThat(last.by()).isEqualTo("me");
        assertThat(last.added() + last.removed()).isEqualTo(2);
    }

    @Test
    void anAmendmentOfSomebodyUnknownIsRefused() {
        await(issue.handle("s1", "me"));
        assertThatThrownBy(() -> await(amend.handle(
                        "s1", List.of(new AmendList.Change("nobody", Required.Standing.REQUIRED, null)), "vì", "me")))
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).code())
                .isEqualTo("person_unknown");
    }

    @Test
    void answersSurviveANewVersion() {
        await(issue.handle("s1", "me"));
        await(replies.put("a", new ReplyStore.Answer("s1", Required.Reply.REMOTE, 0, now)));
        await(lists.copyReply("s1", 1, "a", Required.Reply.REMOTE));
        world.add("c", "Ma Văn Tú", "T19-2-B2", Status.OFFICIAL);
        await(issue.handle("s1", "me"));
        assertThat(await(enrolments.entry("s1", "a")).orElseThrow().reply()).isEqualTo(Required.Reply.REMOTE);
    }

    @Test
    void aSessionThatMovedIsFoundAtItsNewTimeOnly() {
        await(issue.handle("s1", "me"));
        Instant later = World.START.plusSeconds(7 * 24 * 3600);
        Session moved = world.put("s1", "p1", "T19", "/T19/", State.ISSUED, later, World.site("main", 100, "T19"));
        await(lists.moved(moved, now));
        assertThat(await(enrolments.of("a", World.START, World.START.plusSeconds(60))))
                .isEmpty();
        assertThat(await(enrolments.of("a", later, later.plusSeconds(60)))).hasSize(1);
    }
}
