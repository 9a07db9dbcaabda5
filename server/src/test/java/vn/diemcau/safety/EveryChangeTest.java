package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.safety.PlanChanges.json;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.diemcau.Caller;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/**
 * Every call of the contract that changes something, made once with success: a line of the audit record stands when the caller has the
 * answer, with what stood before and what stands after. Where it is otherwise, docs/audit.md says why.
 */
class EveryChangeTest {
    private static final Path PAGE =
            Path.of(System.getProperty("project.root", "..")).resolve("docs/audit.md");

    private static final String OWN_WORD = "one's own word: it stands in full, with its time, beside what it is about";
    private static final String EVIDENCE = "evidence: an append-only record of its own, with author, device and times";

    private static final String READS = "changes nothing";
    private static final String AGENT =
            "by a machine's token: the recording has its own record, who decides about it has lines";
    private static final String PROVIDER =
            "walked with a provider (`SignInByProviderTest`): signing in and binding have lines";
    private static final String DEMO = "the demonstration only";

    /** Why a line, or a side of it, is not there. */
    private static final Map<String, String> WHY = new LinkedHashMap<>();

    private static void why(String reason, String... operations) {
        for (String operation : operations) WHY.put(operation, reason);
    }

    static {
        why(
                OWN_WORD,
                "PUT /my/absences/{absence}",
                "DELETE /my/absences/{absence}",
                "PUT /my/absences/{absence}/attachment",
                "PUT /my/replies/{session}",
                "PUT /my/reflections/{programme}",
                "PUT /my/appeals/{id}",
                "PUT /sessions/{session}/hand",
                "DELETE /sessions/{session}/hand",
                "POST /my/notice");
        why("a link to one's own calendar, made anew or taken away by its owner", "POST /my/feed", "DELETE /my/feed");
        why(
                EVIDENCE,
                "PUT /sessions/{session}/sites/{site}/evidence/{id}",
                "POST /sessions/{session}/sites/{site}/evidence/batch",
                "POST /sessions/{session}/sites/{site}/checks",
                "POST /sessions/{session}/sites/{site}/calls",
                "POST /sessions/{session}/sites/{site}/reports",
                "PUT /sessions/{session}/check-ins/{id}",
                "PUT /sessions/{session}/presence/{page}",
                "DELETE /sessions/{session}/presence/{page}",
                "POST /sessions/{session}/join",
                "POST /recordings/{recording}/watched");
        why(
                "entries of a device that was revoked, taken on as evidence; the line says how many",
                "POST /sessions/{session}/sites/{site}/devices/{device}/acceptance");
        why(
                "marks out of a file, as evidence; the line has the file's rows and its hash (`SheetInTest`)",
                "POST /reports/sessions/{session}/exchange");
        why(
                "pieces of a file; what it becomes has its line",
                "POST /uploads",
                "PATCH /uploads/{upload}",
                "DELETE /uploads/{upload}",
                "POST /imports/{import}/files");
        why(
                AGENT,
                "POST /recorder/uploads",
                "PATCH /recorder/uploads/{upload}",
                "DELETE /recorder/uploads/{upload}",
                "PUT /recorder/recordings/{recording}",
                "PUT /recorder/recordings/{recording}/poster",
                "PUT /recorder/recordings/{recording}/failure",
                "PUT /recorder/report");
        why(
                READS,
                "POST /sessions/{session}/list-preview",
                "POST /person-searches",
                "POST /imports/{import}/preview",
                "POST /reports/sessions/{session}/exchange/preview",
                "POST /timetable-previews",
                "POST /timetable-previews/file",
                "POST /recurrence-previews",
                "POST /agenda-previews",
                "POST /place-previews",
                "POST /place-previews/file",
                "PUT /me/activity");
        why(DEMO, "POST /demo/visitors", "PUT /demo/line", "POST /demo/steward");
        why(
                PROVIDER,
                "POST /sign-in/provider",
                "PUT /sign-in/provider",
                "POST /sign-in/provider/factor",
                "POST /me/provider",
                "DELETE /me/provider",
                "POST /accounts/{account}/provider",
                "DELETE /accounts/{account}/provider");
        why(
                "somebody comes in, once; walked where this province is founded",
                "POST /installation",
                "POST /activations",
                "PUT /activations/pin",
                "POST /site-openings",
                "POST /sessions/{session}/sites/{site}/doors");
        why(
                "the sign-in goes on, hidden in between; a secret that was wrong has its line (`JournalTest`)",
                "POST /me/lock",
                "POST /me/unlock");
        why("only shown; it counts from the call that confirms it", "POST /me/second-factor");
        why(
                "secrets: that they changed is said, neither is in any line",
                "PUT /me/password",
                "PUT /me/second-factor",
                "POST /me/recovery-codes",
                "POST /accounts/{account}/password",
                "POST /accounts/{account}/second-factor",
                "POST /people/{person}/activation-code",
                "POST /recorders",
                "POST /recorders/{recorder}/token");
        why(
                "it comes into being; the line names it",
                "POST /accounts",
                "PUT /persons/{person}",
                "POST /imports",
                "POST /programmes/{programme}/copies",
                "POST /campaigns/{campaign}/reminders",
                "PUT /my/data-requests/{request}",
                "POST /sign-in");
        why(
                "it ends for good; what stood before is that it held",
                "DELETE /me/sign-ins",
                "POST /badges/{number}/revocation",
                "POST /sessions/{session}/sites/{site}/devices/{device}/revocation");
        why(
                "closings are a chain of their own with everything they cover (`verify-closing`)",
                "POST /sessions/{session}/sites/{site}/closing",
                "POST /sessions/{session}/closing",
                "POST /closings");
        why(
                "a paper leaves; the line says of whom and how many",
                "POST /sessions/{session}/slips",
                "POST /units/{unit}/badges",
                "POST /units/{unit}/activation-slips");
        why("who it was before is forgotten; the line has the id and the reason", "POST /persons/{person}/erasure");
        why("a line with what was deleted, when there was something", "POST /retention/runs");
        why(
                "versions on both sides, when the list was not what its scope says",
                "POST /sessions/{session}/list/refreshment");
        why("the walk-in was nobody's; the line says whose it is", "POST /sessions/{session}/sites/{site}/merges");
        why("the sign-in is over; that it began stands there", "POST /sign-out", "DELETE /me/sign-ins/{signIn}");
    }

    /** Names, a card, a telephone, a PIN, passwords and codes that the walk and the refused calls are full of. */
    private static final Pattern TELLS = Pattern.compile(
            "Nguyễn Văn|Lò Văn|Nông Thị|0009000000|0912345678|260814|mot cau that dai|trâu nhà|sai-mat-khau|MASAI|duong-dan-la|trainer2");

    private static Map<String, Walked.Left> left;
    private static List<String> silent;
    private static List<String> refusals;
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll
    static void walk() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LOG.start();
        root.addAppender(LOG);
        try (Grounds grounds = new Grounds()) {
            StoreTool.use(grounds.running.data(), uri -> {
                try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                    Walked walked = new Walked(mongo);
                    new PlanChanges(grounds, walked).all();
                    new PeopleChanges(grounds, walked).all();
                    left = walked.left();
                    silent = walked.silent();
                    refusals = walked.refused();
                }
            });
            refused(grounds);
        } finally {
            root.detachAppender(LOG);
        }
    }

    /** What goes wrong with names, numbers and secrets in it. */
    private static void refused(Grounds grounds) {
        Caller office = grounds.callers.get("unit_admin@1");
        office.put(
                        "/persons/00000000-0000-7000-8000-000000009201",
                        json(
                                "{'name':'Lò Văn Trùng','birth':'1980','unit':'T-1-B1','status':'official','card':'000900000001','from':'2026-01-01'}"))
                .expect(409);
        grounds.province
                .post("/accounts", json("{'login':'trainer2','name':'Nông Thị Trùng','role':'trainer','unit':'T-1'}"))
                .expect(409);
        Caller stranger = new Caller(grounds.running);
        stranger.post("/sign-in", json("{'login':'trainer2','password':'sai-mat-khau-nay'}"))
                .expect(401);
        stranger.post("/activations", json("{'code':'MASAI23456','birthYear':1971}"))
                .expect(404);
        stranger.get("/links/duong-dan-la").expect(404);
    }

    @Test
    void noLineOfTheLogTellsOfSomebodyOrGivesASecretAway() {
        List<String> lines = LOG.list.stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : " " + ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines).noneMatch(line -> TELLS.matcher(line).find());
    }

    @Test
    void everyCallOfTheWalkSucceeds() {
        assertThat(refusals).isEmpty();
    }

    @Test
    void whatIsChangedStandsInTheRecordWhenTheCallerHasTheAnswer() {
        assertThat(silent.stream().filter(each -> !WHY.containsKey(each)).toList())
                .isEmpty();
    }

    @Test
    void whereSomethingStoodBeforeTheLineHasItBesideWhatStandsAfter() {
        List<String> half = new ArrayList<>();
        left.forEach((operation, lines) -> {
            if (why(operation, lines).isEmpty() && !(lines.before && lines.after))
                half.add(operation + " " + lines.lines + (lines.before ? " before" : "")
                        + (lines.after ? " after" : ""));
        });
        assertThat(half).isEmpty();
    }

    @Test
    void everyCallThatChangesIsWalkedOrSaysWhyNot() {
        Set<String> open = new TreeSet<>(Walked.changing());
        open.removeAll(left.keySet());
        open.removeAll(WHY.keySet());
        assertThat(open).isEmpty();
        assertThat(Walked.changing()).containsAll(WHY.keySet());
    }

    /** What goes has nothing after it, what comes nothing before it. */
    private static String why(String operation, Walked.Left lines) {
        if (lines.before && !lines.after && operation.startsWith("DELETE ")) return "nothing stands after";
        if (lines.after && !lines.before) return "nothing stood before";
        return WHY.getOrDefault(operation, "");
    }

    /** {@code -Ddiemcau.write=true} writes the table anew. */
    @Test
    void theTableInTheDocumentsIsTheOneThatIsHeld() throws IOException {
        StringBuilder table =
                new StringBuilder("| call | lines | before | after | where not, why |\n|---|---|:-:|:-:|---|\n");
        for (String operation : new TreeSet<>(Walked.changing())) {
            Walked.Left lines = left.getOrDefault(operation, new Walked.Left());
            table.append("| `").append(operation).append("` | ");
            table.append(String.join(", ", lines.lines)).append(lines.before ? " | ● | " : " |  | ");
            table.append(lines.after ? "● | " : " | ");
            table.append(lines.before && lines.after ? "" : why(operation, lines));
            table.append(" |\n");
        }
        String document = Files.readString(PAGE);
        if (Boolean.getBoolean("diemcau.write")) {
            document = document.substring(0, document.indexOf("| call |")) + table;
            Files.writeString(PAGE, document);
        }
        assertThat(document).contains(table);
    }
}
