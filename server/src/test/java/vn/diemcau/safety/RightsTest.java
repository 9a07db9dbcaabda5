package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.Caller;
import vn.diemcau.access.Action;
import vn.diemcau.access.Role;
import vn.diemcau.bench.ContractSamples;

/** Every route, walked by every role in its own commune and in the other one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsTest {
    private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
    private static final ContractSamples SAMPLES = new ContractSamples();
    /** Reads of what this province has not made: papers exist only where a summons was issued to the commune itself, a report where somebody handed one in. */
    private static final Set<String> NOT_THERE_YET = Set.of(
            "/programmes/{programme}/summonses/{unit}/file", "/programmes/{programme}/reflections/{person}/content");

    /** Whoever calls it becomes the device at the door, or is locked, and is nothing else any more. */
    private static final Set<String> CHANGES_THE_CALLER = Set.of("/sessions/{session}/sites/{site}/doors", "/me/lock");

    private static Grounds grounds;
    private static List<ContractSamples.Operation> guarded;

    @BeforeAll
    static void start() throws Exception {
        grounds = new Grounds();
        guarded = SAMPLES.operations().stream()
                .filter(operation -> !operation.action().equals("anyone"))
                .filter(operation -> !operation.path().endsWith("/live"))
                .sorted(Comparator.comparing((ContractSamples.Operation operation) -> switch (operation.method()) {
                    case "GET" -> 0;
                    case "DELETE" -> 2;
                    default -> 1;
                }))
                .toList();
    }

    @AfterAll
    static void stop() throws Exception {
        grounds.close();
    }

    /** {@code -Ddiemcau.write=true} writes the table anew. */
    @Test
    @Order(0)
    void theTableInTheDocumentsIsTheOneThatIsHeld() throws IOException {
        StringBuilder table = new StringBuilder("| right |");
        for (Role role : Role.values()) table.append(' ').append(role.wire()).append(" |");
        table.append("\n|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (Action action : Action.values()) {
            table.append("| ").append(action.name().toLowerCase(Locale.ROOT)).append(" |");
            for (Role role : Role.values())
                table.append(action == Action.ANYONE || action.roles().contains(role) ? " ● |" : "  |");
            table.append('\n');
        }
        Path page = ROOT.resolve("docs/rights.md");
        String document = Files.readString(page);
        if (Boolean.getBoolean("diemcau.write")) {
            document = document.replaceFirst("(?s)\\| right \\|.*?\n\n", Matcher.quoteReplacement(table + "\n"));
            Files.writeString(page, document);
        }
        assertThat(document).contains(table);
    }

    @Test
    @Order(0)
    void whatIsOpenToEverybodyIsNamedInTheDocuments() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/rights.md"));
        for (ContractSamples.Operation operation : SAMPLES.operations()) {
            if (operation.action().equals("anyone") && !operation.path().startsWith("/recorder/"))
                assertThat(document).contains("`" + operation.name() + "`");
        }
    }

    @Test
    @Order(1)
    void whoeverIsNotSignedInIsToldToSignIn() {
        List<String> open = new ArrayList<>();
        for (ContractSamples.Operation operation : guarded) {
            int status = call("nobody", operation, 1).status();
            if (status != 401) open.add(operation.name() + " answered " + status);
        }
        assertThat(open).isEmpty();
    }

    @Test
    @Order(2)
    void aRoleWithoutTheRightIsRefused() {
        List<String> open = new ArrayList<>();
        for (ContractSamples.Operation operation : guarded) {
            Set<Role> allowed = action(operation).roles();
            for (String caller : grounds.callers.keySet()) {
                if (caller.equals("nobody") || allowed.contains(role(caller))) continue;
                int status = call(caller, operation, side(caller)).status();
                if (status != 403) open.add(caller + ": " + operation.name() + " answered " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    @Order(3)
    void aRoleOfTheOtherCommuneFindsNothing() {
        List<String> open = new ArrayList<>();
        for (ContractSamples.Operation operation : guarded) {
            if (!operation.path().matches(".*\\{(unit|person|programme|session|site)}.*")) continue;
            Set<Role> allowed = action(operation).roles();
            for (String caller : grounds.callers.keySet()) {
                if (!caller.endsWith("@2") || !allowed.contains(role(caller))) continue;
                Caller.Answer answer = call(caller, operation, 1);
                if (!tellsNothing(answer, operation))
                    open.add(caller + ": " + operation.name() + " answered " + answer.status() + " "
                            + (answer.status() < 300 ? "" : answer.text()));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    @Order(4)
    void theOfficeReadsEverythingOfItsOwn() {
        List<String> shut = new ArrayList<>();
        for (ContractSamples.Operation operation : guarded) {
            if (!operation.method().equals("GET")
                    || Grounds.path(operation.path(), 1).contains("f1")) continue;
            if (NOT_THERE_YET.contains(operation.path())) continue;
            Caller.Answer answer = call("province_admin", operation, 1);
            if (answer.status() >= 300 && !answer.text().contains("\"no_person\""))
                shut.add(operation.name() + " answered " + answer.status() + " " + answer.text());
        }
        assertThat(shut).isEmpty();
    }

    @Test
    @Order(5)
    void whoeverHasTheRightIsNotRefusedAtHome() {
        List<String> shut = new ArrayList<>();
        for (ContractSamples.Operation operation : guarded) {
            if (CHANGES_THE_CALLER.contains(operation.path())) continue;
            Set<Role> allowed = action(operation).roles();
            for (String caller : grounds.callers.keySet()) {
                if (caller.endsWith("@2") || caller.equals("nobody") || !allowed.contains(role(caller))) continue;
                Caller.Answer answer = call(caller, operation, 1);
                boolean refused = answer.status() == 401
                        || answer.status() == 403
                                && !answer.text().matches(".*\"(no_person|password_needed|own_account)\".*");
                if (refused || answer.status() >= 500)
                    shut.add(caller + ": " + operation.name() + " answered " + answer.status() + " " + answer.text());
            }
        }
        assertThat(shut).isEmpty();
    }

    /** Refused, or an answer about nobody but the caller: an empty list, a page that is not watched, "you are not on the list". */
    private static boolean tellsNothing(Caller.Answer answer, ContractSamples.Operation operation) {
        if (answer.status() == 403 || answer.status() == 404) return true;
        if (answer.status() == 422) return answer.text().matches(".*\"(not_on_list|not_summoned)\".*");
        if (operation.path().equals("/sessions/{session}/presence/{page}"))
            return answer.status() == 204 || answer.text().contains("\"refused\"");
        return answer.status() == 200 && answer.text().contains("\"items\":[]");
    }

    private static Caller.Answer call(String caller, ContractSamples.Operation operation, int side) {
        JsonObject body = operation.body() == null ? null : SAMPLES.body(operation.body());
        StringBuilder query = new StringBuilder();
        operation.query().forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(
                        switch (name) {
                            case "unit" -> "T-" + side;
                            case "to" -> "2026-11-23T01:00:00Z";
                            default -> value;
                        }));
        return grounds.callers.get(caller).call(operation.method(), Grounds.path(operation.path(), side) + query, body);
    }

    private static Action action(ContractSamples.Operation operation) {
        return Action.valueOf(operation.action().toUpperCase(Locale.ROOT));
    }

    private static Role role(String caller) {
        return Role.valueOf(caller.replaceAll("@.", "").toUpperCase(Locale.ROOT));
    }

    private static int side(String caller) {
        return caller.endsWith("@2") ? 2 : 1;
    }
}
