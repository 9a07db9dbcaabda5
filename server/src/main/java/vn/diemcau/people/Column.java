package vn.diemcau.people;

import java.util.List;

/** The columns that are understood, by the headings they bear in files, folded. */
enum Column {
    NUMBER("stt", "tt", "so tt", "so thu tu"),
    NAME("ho va ten", "ho ten", "ho va ten khai sinh", "ho ten khai sinh", "ho va ten dang vien", "ho ten dang vien"),
    FAMILY_NAME("ho", "ho dem", "ho va ten dem", "ho va dem", "ho va chu dem"),
    GIVEN_NAME("ten"),
    SEX("gioi tinh", "gioi", "nam nu"),
    BIRTH(
            "sinh ngay",
            "ngay sinh",
            "nam sinh",
            "ngay thang nam sinh",
            "sinh ngay thang nam",
            "ngay thang nam sinh day du"),
    CARD("so the dang", "so the", "so the dang vien", "ma the dang", "card"),
    UNIT(
            "to chuc dang dang sinh hoat",
            "to chuc dang",
            "chi bo",
            "chi bo dang sinh hoat",
            "don vi",
            "don vi sinh hoat",
            "noi sinh hoat",
            "unit"),
    POST("chuc vu", "chuc danh", "chuc vu dang", "post"),
    JOINED("ngay vao dang", "ngay ket nap", "ngay vao dang ngay ket nap"),
    STATUS("trang thai hoat dong", "trang thai", "tinh trang", "tinh trang sinh hoat"),
    PHONE("dien thoai", "so dien thoai", "sdt", "so dt", "di dong", "dien thoai di dong"),
    CATEGORY("dien", "doi tuong", "dien doi tuong"),
    CODE("code", "ma", "ma don vi", "ma to chuc"),
    UNIT_NAME("name", "ten don vi", "ten to chuc", "ten"),
    TREE("tree", "khoi"),
    TYPE("type", "loai", "loai hinh", "loai don vi"),
    LEVEL("level", "cap"),
    PARENT("parent", "don vi cap tren", "cap tren", "truc thuoc", "ma don vi cap tren"),
    FROM("valid from", "tu ngay", "ngay bat dau"),
    TO("valid to", "den ngay", "ngay ket thuc"),
    KIND("kind", "hinh thuc", "cach"),
    FROM_UNIT("from", "tu don vi", "don vi cu"),
    TO_UNIT("to", "thanh don vi", "don vi moi"),
    DATE("date", "ngay", "ngay hieu luc"),
    DECISION("decision", "quyet dinh", "so quyet dinh");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    boolean bears(String folded) {
        return headings.contains(folded);
    }
}
