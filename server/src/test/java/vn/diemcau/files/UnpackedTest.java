package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.problem.Problem;

/** A small file may unpack to more than a server holds; it is not taken. */
class UnpackedTest {
    @TempDir
    Path folder;

    private Path packed(int megabytes) throws IOException {
        Path file = folder.resolve("packed.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
                zip.write(new byte[1_000_000]);
            }
        }
        return file;
    }

    @Test
    void whatUnpacksToMoreThanTheMostIsRefusedThoughItIsSmall() throws IOException {
        Path file = packed(5);
        assertThatThrownBy(() -> Unpacked.check(file, 4_999_999))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("unpacks_too_large"));
        assertThatCode(() -> Unpacked.check(file, 5_000_000)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoPackedFileIsNoneOfItsBusiness() throws IOException {
        Path file = Files.writeString(folder.resolve("text.xlsx"), "PK, but only by its first letters");
        assertThatThrownBy(() -> Unpacked.check(file)).isInstanceOf(ZipException.class);
    }
}
