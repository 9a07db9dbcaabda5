package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstPageTest {
    @Test
    void aStampOnALineOfItsOwnIsSeen() {
        assertThat(FirstPage.isStamped("TỈNH ỦY THÁI NGUYÊN\n  MẬT  \nKẾ HOẠCH"))
                .isTrue();
        assertThat(FirstPage.isStamped("TUYỆT MẬT\nBáo cáo")).isTrue();
        assertThat(FirstPage.isStamped("Bản số 05 - TỐI MẬT")).isTrue();
        assertThat(FirstPage.isStamped("Độ mật: Tối mật\nSố 12")).isTrue();
        // As some programs write it: letters and marks apart.
        assertThat(FirstPage.isStamped(java.text.Normalizer.normalize("TỐI MẬT", java.text.Normalizer.Form.NFD)))
                .isTrue();
    }

    @Test
    void aTextAboutSecretsIsNotStamped() {
        assertThat(FirstPage.isStamped("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC\nĐiều 8. Độ mật của bí mật nhà nước gồm: Tuyệt"
                        + " mật, Tối mật, Mật."))
                .isFalse();
        assertThat(FirstPage.isStamped("Tài liệu này không thuộc danh mục TỐI MẬT hay TUYỆT MẬT của Đảng và Nhà nước"))
                .isFalse();
        assertThat(FirstPage.isStamped("Nuôi ong lấy mật")).isFalse();
    }
}
