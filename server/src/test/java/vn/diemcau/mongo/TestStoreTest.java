package vn.diemcau.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestStoreTest {

    @Test
    void anotherDatabaseOfTheSameServerKeepsHowToSignIn() {
        assertThat(TestStore.within("mongodb://h:1", "t")).isEqualTo("mongodb://h:1/t");
        assertThat(TestStore.within("mongodb://h:1/?w=1", "t")).isEqualTo("mongodb://h:1/t?w=1");
        assertThat(TestStore.within("mongodb://u:p@h:1,i:2/", "t"))
                .isEqualTo("mongodb://u:p@h:1,i:2/t?authSource=admin");
        assertThat(TestStore.within("mongodb://u:p@h/own?w=1", "t")).isEqualTo("mongodb://u:p@h/t?w=1&authSource=own");
        assertThat(TestStore.within("mongodb+srv://u:p@h/?authSource=x", "t"))
                .isEqualTo("mongodb+srv://u:p@h/t?authSource=x");
    }

    @Test
    void aRunAboutTheEmbeddedStoreAsksNoServer() {
        if (!Boolean.getBoolean("diemcau.test.mongodb")) {
            assertThat(TestStore.uri(java.nio.file.Path.of("anywhere"))).isNull();
        }
    }
}
