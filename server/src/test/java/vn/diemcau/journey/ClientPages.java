package vn.diemcau.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The client's pages by whoever opens them. */
final class ClientPages {
    static final Path SOURCE = Path.of(System.getProperty("project.root", ".."), "web-client/src");

    static final String PARTS = "/kieu-dang";

    /** The pages, as the client names them, by whoever opens them; nobody is signed in as {@code ""}. */
    static final Map<String, List<String>> PHONES = Map.of(
            "",
            List.of(
                    "/dang-nhap",
                    "/dang-nhap/tro-ve",
                    "/kich-hoat",
                    "/thu",
                    "/giay/:token",
                    "/diem-cau",
                    "/diem-danh",
                    "/tai-lieu/:programme",
                    "/diem-cau/:session/:site",
                    "/diem-cau/:session/:site/cua",
                    "/phong/:session/:site"),
            "canbo",
            List.of("/lich", "/lich/nam", "/vao/:session", "/trang/:material", "/tai-khoan"),
            "bithu",
            List.of("/chi-bo", "/don-vi", "/lop-hoi-nghi", "/danh-ba", "/trieu-tap"));

    static final Map<String, List<String>> DESKS = Map.of(
            "tinh",
            List.of(
                    "/truc-tiep",
                    "/truc-tiep/:session",
                    "/truc-tiep/:session/trinh-chieu",
                    "/buoi/:session",
                    "/lop-hoi-nghi",
                    "/lop-hoi-nghi/:programme",
                    "/trieu-tap",
                    "/de-nghi-xem-lai",
                    "/chot-so-lieu",
                    "/don-vi",
                    "/don-vi/:unit",
                    "/don-vi/:unit/the-thuc",
                    "/don-vi/:unit/dao-tao",
                    "/bao-cao",
                    "/bao-cao/:programme",
                    "/bao-cao/buoi/:session/nhap",
                    "/danh-ba",
                    "/danh-ba/nhap",
                    "/danh-ba/diem-cau",
                    "/danh-ba/sap-xep",
                    "/danh-ba/sap-xep/:reorganisation",
                    "/dot-sinh-hoat",
                    "/dot-sinh-hoat/:campaign",
                    "/diem-cau/nhap-tep",
                    "/diem-cau/:session/:site/giay",
                    "/tai-khoan/don-vi",
                    "/rieng-tu",
                    "/rieng-tu/don-vi",
                    "/ban-ghi",
                    "/xem-lai/:recording",
                    "/he-thong/may-chu-hop",
                    PARTS),
            "giangvien",
            List.of("/truc-tiep", "/buoi/:session"));

    /** The first run has its own journey: pages of an installation and an account that nobody has set up. */
    static final Set<String> ELSEWHERE = Set.of("/khoi-tao", "/hoan-tat");

    private ClientPages() {}

    /** The paths in every {@code routes.ts} and {@code office.ts}. */
    static Set<String> named() throws IOException {
        Pattern path = Pattern.compile("^ {4}path: '([^']+)'", Pattern.MULTILINE);
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCE, 2)) {
            for (Path file : files.filter(one -> one.endsWith("routes.ts") || one.endsWith("office.ts"))
                    .toList()) {
                Matcher found = path.matcher(Files.readString(file));
                while (found.find()) pages.add(found.group(1));
            }
        }
        return pages;
    }
}
