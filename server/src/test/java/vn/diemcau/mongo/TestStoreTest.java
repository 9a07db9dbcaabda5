package vn.diemcau.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.diemcau.embedded.EmbeddedStore;

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

    /** Else that test would run on the embedded store only, and nobody would see it. */
    @Test
    void noTestOfAFeatureOpensAStoreOfItsOwn() {
        Set<String> own = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("vn.diemcau")
                .forEach(type -> type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(EmbeddedStore.class)
                                && call.getName().equals("open"))
                        .forEach(call -> own.add(type.getName())));
        own.removeIf(name -> name.startsWith("vn.diemcau.embedded.")
                // these are about reaching the embedded store from outside
                || name.endsWith(".StoreCommandsTest")
                || name.endsWith(".OperatorCommandsTest"));
        assertThat(own).containsExactly(TestStore.class.getName());
    }

    @Test
    void aRunAboutTheEmbeddedStoreAsksNoServer() {
        if (!Boolean.getBoolean("diemcau.test.mongodb")) {
            assertThat(TestStore.uri(Path.of("anywhere"))).isNull();
        }
    }
}
