package vn.diemcau.files;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that may be kept, told by what is in them; the name's ending only chooses among kinds with one container. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    MP4("video/mp4", "mp4", "m4v"),
    WEBM("video/webm", "webm"),
    MP3("audio/mpeg", "mp3"),
    TEXT("text/plain; charset=utf-8", "txt", "csv");

    /** How much of a file {@link #of} wants to see; less only when the file is shorter. */
    public static final int HEAD = 512;

    private static final List<FileKind> ZIPPED = List.of(DOCX, XLSX, PPTX, ODT, ODP);
    private static final List<FileKind> OLD_OFFICE = List.of(DOC, XLS, PPT);

    private final String type;
    private final List<String> endings;

    FileKind(String type, String... endings) {
        this.type = type;
        this.endings = List.of(endings);
    }

    /** The media type it is served with. */
    public String type() {
        return type;
    }

    /** Whether a browser may show it in a page: nothing that can carry a script of its own. */
    public boolean shown() {
        return switch (this) {
            case PDF, PNG, JPEG, WEBP, MP4, WEBM, MP3 -> true;
            case DOCX, XLSX, PPTX, ODT, ODP, DOC, XLS, PPT, TEXT -> false;
        };
    }

    /** The kind that is served with this media type. */
    public static Optional<FileKind> ofType(String type) {
        for (FileKind kind : values()) {
            if (kind.type.equals(type)) return Optional.of(kind);
        }
        return Optional.empty();
    }

    /** The kind of a file that begins so and is called so; empty if it is none of these, or its name says another kind than its content. */
    public static Optional<FileKind> of(byte[] head, String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return candidates(head).stream()
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    private static List<FileKind> candidates(byte[] head) {
        if (begins(head, 0, '%', 'P', 'D', 'F', '-')) return List.of(PDF);
        if (begins(head, 0, 'P', 'K', 3, 4)) return ZIPPED;
        if (begins(head, 0, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) return OLD_OFFICE;
        if (begins(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) return List.of(PNG);
        if (begins(head, 0, 0xFF, 0xD8, 0xFF)) return List.of(JPEG);
        if (begins(head, 0, 'R', 'I', 'F', 'F') && begins(head, 8, 'W', 'E', 'B', 'P')) return List.of(WEBP);
        if (begins(head, 4, 'f', 't', 'y', 'p')) return List.of(MP4);
        if (begins(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) return List.of(WEBM);
        if (begins(head, 0, 'I', 'D', '3') || begins(head, 0, 0xFF, 0xFB)) return List.of(MP3);
        return isText(head) ? List.of(TEXT) : List.of();
    }

    private static boolean begins(byte[] head, int from, int... bytes) {
        if (head.length < from + bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((head[from + i] & 0xFF) != bytes[i]) return false;
        }
        return true;
    }

    /** UTF-8 without control characters, and nothing a browser or a shell would run. */
    private static boolean isText(byte[] head) {
        for (byte each : head) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') return false;
        }
        String text = decoded(head).orElse("<").strip().toLowerCase(Locale.ROOT);
        return !text.startsWith("#!") && !text.startsWith("<") && !text.contains("<script");
    }

    /** The last character may be cut in two. */
    private static Optional<String> decoded(byte[] head) {
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(java.nio.ByteBuffer.wrap(head, 0, head.length - cut))
                        .toString());
            } catch (CharacterCodingException cutOrWrong) {
                if (head.length < HEAD) return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
