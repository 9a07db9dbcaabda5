package vn.diemcau.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.net.RFC3986;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes by the steps of their paths, so that finding one costs the length of the path and not the number of routes. */
final class RouteTree<T> {
    private static final class Step<T> {
        private final Map<String, Step<T>> named = new HashMap<>();
        private final Map<HttpMethod, Leaf<T>> leaves = new HashMap<>();
        private @Nullable Step<T> any;
    }

    private record Leaf<T>(T route, List<String> names) {}

    /** A route with what the path says for its names. */
    record Match<T>(T route, Map<String, String> values) {}

    private final Step<T> root = new Step<>();

    /** @param path such as {@code /sessions/{session}/sites}; a name in braces stands for any one step */
    void add(HttpMethod method, String path, T route) {
        Step<T> at = root;
        List<String> names = new ArrayList<>();
        for (String part : steps(path)) {
            if (part.startsWith("{")) {
                names.add(part.substring(1, part.length() - 1));
                Step<T> any = at.any == null ? new Step<>() : at.any;
                at.any = any;
                at = any;
            } else {
                at = at.named.computeIfAbsent(part, key -> new Step<>());
            }
        }
        if (at.leaves.putIfAbsent(method, new Leaf<>(route, List.copyOf(names))) != null) {
            throw new IllegalArgumentException(method + " " + path + " is there already");
        }
    }

    /** A step's own word goes before a name; null when no route of this method has this path. */
    @Nullable
    Match<T> find(HttpMethod method, String path) {
        List<String> parts = steps(path);
        List<String> values = new ArrayList<>();
        Leaf<T> leaf = find(root, method, parts, 0, values);
        if (leaf == null) return null;
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < values.size(); i++) byName.put(leaf.names().get(i), decoded(values.get(i)));
        return new Match<>(leaf.route(), byName);
    }

    /** Whether there is a route with this path by any method. */
    boolean knows(String path) {
        return find(root, null, steps(path), 0, new ArrayList<>()) != null;
    }

    private static <T> @Nullable Leaf<T> find(
            Step<T> at, @Nullable HttpMethod method, List<String> parts, int next, List<String> values) {
        if (next == parts.size()) {
            return method == null ? at.leaves.values().stream().findFirst().orElse(null) : at.leaves.get(method);
        }
        Step<T> named = at.named.get(parts.get(next));
        Leaf<T> leaf = named == null ? null : find(named, method, parts, next + 1, values);
        if (leaf != null || at.any == null) return leaf;
        values.add(parts.get(next));
        leaf = find(at.any, method, parts, next + 1, values);
        if (leaf == null) values.remove(values.size() - 1);
        return leaf;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>(8);
        int from = 1;
        for (int to = path.indexOf('/', from); to >= 0; to = path.indexOf('/', from)) {
            steps.add(path.substring(from, to));
            from = to + 1;
        }
        if (from < path.length()) steps.add(path.substring(from));
        return steps;
    }

    private static String decoded(String value) {
        return value.indexOf('%') < 0 ? value : RFC3986.decodeURIComponent(value, false);
    }
}
