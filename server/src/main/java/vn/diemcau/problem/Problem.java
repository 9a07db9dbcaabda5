package vn.diemcau.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something went wrong that the caller can understand: what kind, a stable code for programs, and a detail in English for logs and developers. */
public final class Problem extends RuntimeException {
    /** The families of problems; each maps to one HTTP status in {@code http.Problems}. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        MISSING,
        CONFLICT,
        GONE,
        TOO_LARGE,
        UNSUPPORTED,
        REFUSED,
        TOO_MANY,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final int retryAfter;

    /**
     * @param code stable, snake_case; the client has a sentence for it
     * @param detail what is wrong, where, what to do; no personal data
     * @param field the input at fault as a path such as {@code agenda[2].title}, or null
     */
    public Problem(Kind kind, String code, String detail, @Nullable String field) {
        this(kind, code, detail, field, 0);
    }

    private Problem(Kind kind, String code, String detail, @Nullable String field, int retryAfter) {
        super(detail, null, false, false);
        this.retryAfter = retryAfter;
        this.kind = Objects.requireNonNull(kind);
        this.code = Objects.requireNonNull(code);
        this.field = field;
    }

    public static Problem invalid(String field, String code, String detail) {
        return new Problem(Kind.INVALID, code, detail, field);
    }

    public static Problem missing(String code, String detail) {
        return new Problem(Kind.MISSING, code, detail, null);
    }

    public static Problem conflict(String code, String detail) {
        return new Problem(Kind.CONFLICT, code, detail, null);
    }

    public static Problem forbidden(String code, String detail) {
        return new Problem(Kind.FORBIDDEN, code, detail, null);
    }

    /** The request was understood and is refused by a rule of the domain. */
    public static Problem refused(String code, String detail) {
        return new Problem(Kind.REFUSED, code, detail, null);
    }

    /** Too many do the same at once; the same call may be made again in a moment. */
    public static Problem busy(String detail) {
        return new Problem(Kind.TOO_MANY, "busy", detail, null, 1);
    }

    /** Whoever calls has done so too often; after so many seconds it may be done again. */
    public static Problem tooMany(String code, String detail, int seconds) {
        return new Problem(Kind.TOO_MANY, code, detail, null, seconds);
    }

    public static Problem unavailable(String code, String detail) {
        return new Problem(Kind.UNAVAILABLE, code, detail, null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    /** After how many seconds the same may be done again; 0 where that is not known. */
    public int retryAfter() {
        return retryAfter;
    }

    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
