package vn.diemcau.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.SheetIntake.Mark;

/**
 * What a file would write, before it does: shown to somebody, and written only as it was shown.
 *
 * @param rows how many rows the file has below its heading
 * @param writes what is written without asking
 * @param unchanged rows that say what is known already, or say nothing
 * @param absent rows that say absent without a reason where nothing is known yet: nothing is written, the closing of the roll decides
 * @param questions what only a person can decide
 * @param refused rows that are not taken in, each with its reason
 */
record SheetPlan(
        int rows, List<Write> writes, int unchanged, int absent, List<Question> questions, List<SheetLine> refused) {
    /** One row that is written. */
    record Write(SheetLine line, String name, Mark mark) {}

    /**
     * A row that may mean somebody else, or says something else than is known.
     *
     * @param known for OTHERWISE_KNOWN, the standing that is known
     * @param candidates what may be meant, in an order that stays; the decision names one by its place, from 1, or 0 for none
     */
    record Question(Kind kind, SheetLine line, @Nullable String known, List<Candidate> candidates) {
        /** Why somebody must decide. */
        enum Kind {
            /** The card is somebody's of another name. */
            CARD_OF_ANOTHER,
            /** There is no card: somebody of this name is on the list. A name alone credits nobody. */
            NAME_ONLY,
            /** Something else is known of this person. */
            OTHERWISE_KNOWN,
            /** Somebody else came instead, and the file does not say who. */
            SUBSTITUTE_UNNAMED
        }
    }

    /** What a question may be answered with. */
    record Candidate(String person, String name, @Nullable Integer birthYear, String unitName, Mark mark) {}

    /** The same for the same plan, and for no other: whoever confirms names it. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writes.forEach(write -> take(digest, write.line().number() + "|" + write.mark()));
            questions.forEach(question -> {
                take(digest, "?" + question.line().number() + "|" + question.kind());
                question.candidates()
                        .forEach(candidate -> take(digest, candidate.mark().toString()));
            });
            refused.forEach(line -> take(digest, "!" + line.number() + "|" + line.fault()));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void take(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
