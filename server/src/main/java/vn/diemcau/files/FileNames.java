package vn.diemcau.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules about the names of files: what they may be, which announce classified content, and how they travel in a header. */
public final class FileNames {
    private static final int LONGEST = 180;
    private static final List<String> CLASSIFIED = List.of("tuyệt mật", "tối mật", "độ mật", "dấu mật", "đóng dấu mật");
    private static final Set<String> INNOCENT_BEFORE = Set.of("BẢO", "BÍ", "THÂN", "CƠ");

    private FileNames() {}

    /** NFC, without a path, without control characters and what file systems refuse; shortened before its ending. */
    public static String tidy(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}<>:\"|?*]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        while (name.startsWith(".")) name = name.substring(1);
        if (name.length() > LONGEST) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 8 ? name.substring(dot) : "";
            name = name.substring(0, LONGEST - ending.length()).strip() + ending;
        }
        return name;
    }

    /**
     * Whether the name says that the document is marked MẬT, TỐI MẬT or TUYỆT MẬT. "Bảo mật" and "bí mật nhà nước" are subjects one
     * may teach about; MẬT alone in capitals is a mark.
     */
    public static boolean announcesClassified(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String words = String.join(" ", composed.split("[^\\p{L}\\p{Nd}]+"));
        String lower = " " + words.toLowerCase(Locale.ROOT) + " ";
        for (String mark : CLASSIFIED) {
            if (lower.contains(" " + mark + " ")) return true;
        }
        String[] parts = words.split(" ");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("MẬT")) continue;
            if (i == 0 || !INNOCENT_BEFORE.contains(parts[i - 1].toUpperCase(Locale.ROOT))) return true;
        }
        return false;
    }

    /** A Content-Disposition that keeps Vietnamese names whole in browsers and gives the others a plain one. */
    public static String disposition(String name, boolean inline) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
