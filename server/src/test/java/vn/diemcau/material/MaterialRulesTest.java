package vn.diemcau.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.access.Role;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileNames;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;

class MaterialRulesTest {
    private static final Set<Role> CADRE = Set.of(Role.CADRE);

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
        assertThat(FileNames.disposition("Nghị quyết Đại hội.pdf", false))
                .isEqualTo(
                        "attachment; filename=\"Nghi quyet Dai hoi.pdf\"; filename*=UTF-8''Ngh%E1%BB%8B%20quy%E1%BA%BFt%20%C4%90%E1%BA%A1i%20h%E1%BB%99i.pdf");
    }

    @Property
    void noNameBreaksOutOfTheHeaderOrTheDirectory(@ForAll String typed) {
        String name = FileNames.tidy(typed);
        assertThat(name).doesNotContain("/", "\\", "\n", "\r", "\"").doesNotStartWith(".");
        assertThat(FileNames.disposition(name, false)
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
        Material ofSession = material("s1", null, Material.Readers.SUMMONED, now);
        Material ofAll = material(null, null, Material.Readers.SUMMONED, now);
        Material ofSite = material(null, "dai-tu", Material.Readers.SUMMONED, now);
        Map<String, String> first = Map.of("s1", "dai-tu");
        Map<String, String> second = Map.of("s2", "");
        assertThat(Audience.reads(ofSession, first, CADRE, now)).isTrue();
        assertThat(Audience.reads(ofSession, second, CADRE, now)).isFalse();
        assertThat(Audience.reads(ofAll, second, CADRE, now)).isTrue();
        assertThat(Audience.reads(ofAll, Map.of(), CADRE, now)).isFalse();
        assertThat(Audience.reads(ofAll, first, CADRE, now.minusSeconds(1))).isFalse();
        assertThat(Audience.reads(ofSite, first, CADRE, now)).isTrue();
        assertThat(Audience.reads(ofSite, second, CADRE, now)).isFalse();
        assertThat(Audience.reads(material(null, null, Material.Readers.ORGANISERS, now), first, CADRE, now))
                .isFalse();
    }

    @Test
    void aMaterialForARoleIsForThoseOfTheSummonedWhoHoldIt() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        Material whole = material(null, null, Material.Readers.SUMMONED, now);
        Material forSecretaries = new Material(
                whole.id(),
                whole.programme(),
                null,
                null,
                whole.readers(),
                Set.of(Role.CELL_SECRETARY),
                whole.name(),
                whole.file(),
                1,
                List.of(),
                now,
                now,
                "me");
        Map<String, String> first = Map.of("s1", "dai-tu");
        assertThat(Audience.reads(forSecretaries, first, CADRE, now)).isFalse();
        assertThat(Audience.reads(forSecretaries, first, Set.of(Role.CADRE, Role.CELL_SECRETARY), now))
                .isTrue();
        assertThat(Audience.reads(forSecretaries, Map.of(), Set.of(Role.CELL_SECRETARY), now))
                .isFalse();
    }

    private static Material material(
            @Nullable String session, @Nullable String site, Material.Readers readers, Instant from) {
        StoredFile file = new StoredFile("m", Place.GRID, FileKind.PDF, 1, "");
        return new Material("m", "p", session, site, readers, Set.of(), "a.pdf", file, 1, List.of(), from, from, "me");
    }
}
