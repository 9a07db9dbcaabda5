package vn.diemcau.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RouteTreeTest {
    private final RouteTree<String> tree = new RouteTree<>();

    private RouteTree.Match<String> found(HttpMethod method, String path) {
        return Objects.requireNonNull(tree.find(method, path));
    }

    @Test
    void aStepsOwnWordGoesBeforeANameWhateverTheOrder() {
        tree.add(HttpMethod.GET, "/persons/{id}", "one");
        tree.add(HttpMethod.GET, "/persons/search", "search");
        assertThat(found(HttpMethod.GET, "/persons/search").route()).isEqualTo("search");
        assertThat(found(HttpMethod.GET, "/persons/p1").values()).isEqualTo(Map.of("id", "p1"));
    }

    @Test
    void whereTheWordHasNoSuchMethodTheNameIsTried() {
        tree.add(HttpMethod.POST, "/evidence/batch", "batch");
        tree.add(HttpMethod.PUT, "/evidence/{id}", "one");
        assertThat(found(HttpMethod.PUT, "/evidence/batch").values()).isEqualTo(Map.of("id", "batch"));
    }

    @Test
    void whereTheWordsPathEndsTheNamesPathIsTried() {
        tree.add(HttpMethod.GET, "/a/b/c", "words");
        tree.add(HttpMethod.GET, "/a/{x}/d", "name");
        assertThat(found(HttpMethod.GET, "/a/b/d").values()).isEqualTo(Map.of("x", "b"));
    }

    @Test
    void aNameOfARouteThatWasTriedInVainLeavesNothing() {
        tree.add(HttpMethod.GET, "/a/{x}/c", "one");
        tree.add(HttpMethod.PUT, "/{y}/b/d", "other");
        assertThat(found(HttpMethod.PUT, "/a/b/d").values()).isEqualTo(Map.of("y", "a"));
    }

    @Test
    void valuesAreDecodedAndATrailingSlashChangesNothing() {
        tree.add(HttpMethod.GET, "/units/{id}", "unit");
        assertThat(found(HttpMethod.GET, "/units/a%7Cb+c/").values()).isEqualTo(Map.of("id", "a|b+c"));
        assertThatThrownBy(() -> tree.find(HttpMethod.GET, "/units/%zz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherMethodsPathIsKnownAndAnUnknownPathIsNot() {
        tree.add(HttpMethod.GET, "/units/{id}", "unit");
        assertThat(tree.find(HttpMethod.PUT, "/units/a")).isNull();
        assertThat(tree.knows("/units/a")).isTrue();
        assertThat(tree.knows("/units")).isFalse();
    }

    @Test
    void theSameRouteTwiceIsAMistakeOfTheProgram() {
        tree.add(HttpMethod.GET, "/units/{id}", "unit");
        assertThatThrownBy(() -> tree.add(HttpMethod.GET, "/units/{other}", "again"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
