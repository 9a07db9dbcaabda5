package vn.diemcau.attendance;

import org.bson.Document;

/** A policy as a document. */
final class PolicyDocument {
    private PolicyDocument() {}

    static Document of(Policy policy) {
        return new Document("id", policy.id())
                .append("version", policy.version())
                .append("lateMinutes", policy.lateMinutes())
                .append("earlyMinutes", policy.earlyMinutes())
                .append("remotePercent", policy.remotePercent())
                .append("rollCall", policy.rollCall())
                .append("otherSiteAccepted", policy.otherSiteAccepted())
                .append("absentPercent", policy.absentPercent())
                .append("excusedCounts", policy.excusedCounts())
                .append("appealDays", policy.appealDays())
                .append("remindMinutes", policy.remindMinutes())
                .append("ruleHours", policy.ruleHours());
    }

    static Policy read(Document document) {
        return new Policy(
                document.getString("id"),
                document.getInteger("version"),
                document.getInteger("lateMinutes"),
                document.getInteger("earlyMinutes"),
                document.getInteger("remotePercent"),
                document.getBoolean("rollCall"),
                document.getBoolean("otherSiteAccepted"),
                document.getInteger("absentPercent"),
                document.getBoolean("excusedCounts"),
                document.getInteger("appealDays"),
                document.getInteger("remindMinutes", Policy.DEFAULT.remindMinutes()),
                document.getInteger("ruleHours", Policy.DEFAULT.ruleHours()));
    }
}
