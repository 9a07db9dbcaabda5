package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.http.Api;
import vn.diemcau.http.Contract;

/** The contract is true: every route stands in it with the action it asks for, and it promises no route that is not there. */
class ContractTest {
    private static RunningPlatform running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    @Test
    void everyRouteStandsInTheContractWithItsActionAndNoOther() {
        Map<String, String> served = new TreeMap<>();
        for (Api.Entry entry : running.platform().api().entries()) {
            served.put(
                    entry.method().name() + " " + entry.path(),
                    entry.action().name().toLowerCase(Locale.ROOT));
        }
        Map<String, String> promised = new TreeMap<>();
        operations((method, path, operation) ->
                promised.put(method + " " + path, String.valueOf(operation.get("x-action"))));
        assertThat(promised).isEqualTo(served);
    }

    @Test
    void everyOperationHasANameASummaryAndItsAnswers() {
        Set<String> names = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        operations((method, path, operation) -> {
            if (!(operation.get("operationId") instanceof String name) || !names.add(name))
                wrong.add(method + " " + path + ": operationId");
            if (!(operation.get("summary") instanceof String summary) || summary.isBlank())
                wrong.add(method + " " + path + ": summary");
            if (!(operation.get("responses") instanceof Map<?, ?> responses) || responses.isEmpty())
                wrong.add(method + " " + path + ": responses");
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<String, Object> whole = Contract.whole();
        List<String> lost = new ArrayList<>();
        walk(whole, reference -> {
            Object here = whole;
            for (String part : reference.substring(2).split("/"))
                here = here instanceof Map<?, ?> map ? map.get(part) : null;
            if (here == null) lost.add(reference);
        });
        assertThat(lost).isEmpty();
    }

    private interface Operation {
        void at(String method, String path, Map<?, ?> operation);
    }

    private static void operations(Operation each) {
        ((Map<?, ?>) Contract.whole().get("paths"))
                .forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
                    if (Set.of("get", "head", "options", "post", "put", "patch", "delete")
                            .contains(method)) {
                        each.at(method.toString().toUpperCase(Locale.ROOT), path.toString(), (Map<?, ?>) operation);
                    }
                }));
    }

    private static void walk(Object value, java.util.function.Consumer<String> reference) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> {
                if ("$ref".equals(key) && entry instanceof String text && text.startsWith("#/")) reference.accept(text);
                else walk(entry, reference);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> walk(entry, reference));
        }
    }
}
