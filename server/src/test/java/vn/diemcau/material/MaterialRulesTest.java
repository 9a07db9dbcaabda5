package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.diemcau.files.FileKind;

class MaterialRulesTest {
    @Test
    void marksOfSecrecyInTheNameAreSeen() {
        assertThat(FileNames.announcesClassified("TỐI MẬT - Kế hoạch.docx")).isTrue();
        assertThat(FileNames.announcesClassified("Ke hoach (MẬT).pdf")).isTrue();
        assertThat(FileNames.announcesClassified("Báo cáo_tuyệt mật_2026.pdf")).isTrue();
        assertThat(FileNames.announcesClassified("MẬT_KH-05.pdf")).isTrue();
    }

    @Test
    void subjectsThatOnlySpeakOfSecretsAreNot() {
        assertThat(FileNames.announcesClassified("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC.pdf"))
                .isFalse();
        assertThat(FileNames.announcesClassified("Quy định bảo mật thông tin.docx"))
                .isFalse();
        assertThat(FileNames.announcesClassified("Nuôi ong lấy mật.pptx")).isFalse();
    }

    @Test
    void vietnameseNamesTravelWhole() {
        assertThat(FileNames.disposition("Nghị quyết Đại hội.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Nghi quyet Dai hoi.pdf\"; filename*=UTF-8''Ngh%E1%BB%8B%20quy%E1%BA%BFt%20%C4%90%E1%BA%A1i%20h%E1%BB%99i.pdf");
    }

    @Property
    void noNameBreaksOutOfTheHeaderOrTheDirectory(@ForAll String typed) {
        String name = FileNames.tidy(typed);
        assertThat(name).doesNotContain("/", "\\", "\n", "\r", "\"").doesNotStartWith(".");
        assertThat(FileNames.disposition(name)
                        .chars()
                        .filter(letter -> letter == '"')
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theContentDecidesTheKindAndTheNameMustAgree() {
        byte[] pdf = "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8);
        assertThat(FileKind.of(pdf, "a.pdf")).contains(FileKind.PDF);
        assertThat(FileKind.of(pdf, "a.docx")).isEmpty();
        assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 1}, "a.pdf")).isEmpty();
        assertThat(FileKind.of("<html><script>".getBytes(StandardCharsets.UTF_8), "a.txt"))
                .isEmpty();
        assertThat(FileKind.of("#!/bin/sh".getBytes(StandardCharsets.UTF_8), "a.txt"))
                .isEmpty();
        byte[] cut = Arrays.copyOf("Đồng chí ".repeat(60).getBytes(StandardCharsets.UTF_8), FileKind.HEAD);
        assertThat(FileKind.of(cut, "a.txt")).contains(FileKind.TEXT);
        assertThat(FileKind.of(new byte[] {'P', 'K', 3, 4, 0}, "a.PPTX")).contains(FileKind.PPTX);
    }

    @Test
    void onlyTheSummonedReadAndOnlyWhenItIsTime() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        Material ofSession = new Material("m", "p", "s1", "a.pdf", "application/pdf", 1, "", now, now, "me");
        Material ofAll = new Material("m", "p", null, "a.pdf", "application/pdf", 1, "", now, now, "me");
        assertThat(Audience.reads(ofSession, Set.of("s1"), now)).isTrue();
        assertThat(Audience.reads(ofSession, Set.of("s2"), now)).isFalse();
        assertThat(Audience.reads(ofAll, Set.of("s2"), now)).isTrue();
        assertThat(Audience.reads(ofAll, Set.of(), now)).isFalse();
        assertThat(Audience.reads(ofAll, Set.of("s1"), now.minusSeconds(1))).isFalse();
    }
}
