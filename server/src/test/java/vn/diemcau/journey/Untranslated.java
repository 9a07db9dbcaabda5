package vn.diemcau.journey;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a page says in Vietnamese, with a hole in it, or cut off, to whoever reads English. What the server told is data, and so is
 * what the page marks as Vietnamese or as not to be translated.
 */
final class Untranslated {
    /** Keeps every string that the server told; for the start of each page. */
    static final String HEARD = """
            {
              window.heard = new Set();
              const hear = (told) => {
                if (typeof told === 'string') heard.add(told.trim());
                else if (told && typeof told === 'object') for (const one of Object.values(told)) hear(one);
                return told;
              };
              const json = Response.prototype.json;
              Response.prototype.json = async function () { return hear(await json.call(this)); };
              const parse = JSON.parse;
              JSON.parse = (...text) => hear(parse(...text));
            }
            """;

    private static final String SAID = """
            () => {
              const marked = /(?=\\p{L})[^\\x00-\\x7f]/u;
              const data = ['Điểm Cầu', ...heard].filter((one) => marked.test(one)).sort((a, b) => b.length - a.length);
              const ours = (element) => !element.closest('script, style, noscript, [translate=no], [lang=vi]:not(html)');
              const texts = new Set([document.title]);
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) if (ours(walk.currentNode.parentElement)) texts.add(walk.currentNode.data.trim());
              for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
                for (const one of document.querySelectorAll(`[${name}]`)) if (ours(one)) texts.add(one.getAttribute(name));
              const without = (text) =>
                data.filter((one) => text.includes(one)).reduce((left, one) => left.split(one).join('|'), text);
              // what is left of a name that the page has shortened still stands in what was told
              const parts = (text) => without(text).match(/(?:\\p{L}*(?=\\p{L})[^\\x00-\\x7f]\\p{L}*\\s?)+/gu) ?? [];
              const isForeign = (text) => !heard.has(text) && parts(text).some((one) => !data.some((told) => told.includes(one.trim())));
              // an account's long name stands whole in what its button opens
              const isCut = (element) => {
                const style = getComputedStyle(element);
                return style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll'
                  && !element.closest('.vh, svg, header summary') && element.clientWidth > 1
                  && element.scrollWidth > element.clientWidth + 1
                  && [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
              };
              return JSON.stringify({
                texts: [...texts].filter((text) => !heard.has(text)),
                foreign: [...texts].filter((text) => marked.test(text) && isForeign(text)),
                cut: [...document.querySelectorAll('body *')].filter(isCut).map((one) => one.textContent.trim()),
              });
            }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Pattern TEXT = Pattern.compile("'([^'\\n{}]+)'");
    /** A dictionary's two halves. */
    private static final Pattern WORDS =
            Pattern.compile("\\bwords\\(\\s*\\{(.*?)\\n {2}},\\s*\\{(.*?)\\n {2}},?\\s*\\)", Pattern.DOTALL);

    private static final Pattern HOLE = Pattern.compile("\\{\\w+(\\|[^}]*)?}");

    private final Set<String> vietnamese = new HashSet<>();
    private final Set<String> english = new HashSet<>();

    Untranslated(Path client) throws IOException {
        try (Stream<Path> files = Files.walk(client, 2)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ts")).toList()) {
                Matcher found = WORDS.matcher(Files.readString(file));
                while (found.find()) {
                    texts(found.group(1), vietnamese);
                    texts(found.group(2), english);
                }
            }
        }
        vietnamese.removeAll(english);
        if (vietnamese.size() < 2_000) throw new IllegalStateException("the dictionaries are written otherwise now");
    }

    private static void texts(String half, Set<String> into) {
        Matcher found = TEXT.matcher(half);
        while (found.find()) into.add(found.group(1));
    }

    /** What is wrong once the last words of the page's language have come. */
    List<String> on(Page page) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> faults = look(page);
        while (!faults.isEmpty() && System.nanoTime() < deadline) {
            page.waitForTimeout(100);
            faults = look(page);
        }
        return faults;
    }

    private List<String> look(Page page) {
        JsonObject said = new JsonObject((String) page.evaluate(SAID));
        List<String> faults = new ArrayList<>();
        for (String text : strings(said.getJsonArray("texts"))) {
            if (HOLE.matcher(text).find()) faults.add("has a hole: " + text);
            if (vietnamese.contains(text)) faults.add("says: " + text);
        }
        for (String text : strings(said.getJsonArray("foreign")))
            if (!english.contains(text) && !vietnamese.contains(text)) faults.add("says: " + text);
        for (String text : strings(said.getJsonArray("cut"))) faults.add("cuts off: " + text);
        return faults;
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
