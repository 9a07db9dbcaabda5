package vn.diemcau.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something only a person can decide before rows are taken in.
 *
 * @param id the same for the same question in a later file, so that a decision is remembered
 * @param text what the rows say
 * @param rows how many rows wait for it
 * @param samples some of these rows
 * @param candidates what may be meant, likeliest first
 * @param decision what was decided, or null
 */
record Question(
        String id,
        Kind kind,
        String text,
        int rows,
        List<Sample> samples,
        List<Candidate> candidates,
        @Nullable Decision decision) {
    enum Kind {
        /** No unit, or more than one, bears this name. */
        UNKNOWN_UNIT,
        /** The card belongs to somebody of another name and birth. */
        CARD_OF_ANOTHER,
        /** Without a card: somebody of this name and birth is known in this unit. */
        SAME_PERSON
    }

    /** A row that waits: the file's id, the sheet row and whom it names. */
    record Sample(String file, int row, String what) {}

    /** A unit or a person that may be meant. */
    record Candidate(String id, String name, String detail) {}

    /** What can be decided. */
    enum Choice {
        /** It is this unit. */
        UNIT,
        /** It is this person. */
        PERSON,
        /** It is somebody new. */
        NEW,
        LEAVE_OUT
    }

    /**
     * What somebody decided.
     *
     * @param target the unit's or person's id where the choice names one
     */
    record Decision(Choice choice, @Nullable String target) {}

    static String id(Kind kind, String what) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((kind + "|" + what).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
