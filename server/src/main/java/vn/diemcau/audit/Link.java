package vn.diemcau.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.bson.Document;

/** One link of the chain: the number of a record and the hash over it and everything before it. */
record Link(long number, String hash) {
    static final Link FIRST = new Link(0, "0".repeat(64));

    static Link of(Document record) {
        return new Link(Long.parseLong(record.getString("_id")), record.getString("hash"));
    }

    /** The record that follows this one. */
    Document next(Date at, String by, String what, String target, String detail) {
        long following = number + 1;
        return new Document("_id", String.format(Locale.ROOT, "%015d", following))
                .append("at", at)
                .append("by", by)
                .append("what", what)
                .append("target", target)
                .append("detail", detail)
                .append("previous", hash)
                .append("hash", hash(following, at, by, what, target, detail));
    }

    /** Whether this record may stand after this link as it is. */
    boolean isFollowedBy(Document record) {
        Document due = next(
                record.getDate("at"),
                record.getString("by"),
                record.getString("what"),
                record.getString("target"),
                record.getString("detail"));
        return due.equals(record);
    }

    private String hash(long following, Date at, String by, String what, String target, String detail) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String[] parts = {hash, Long.toString(following), Long.toString(at.getTime()), by, what, target, detail};
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
