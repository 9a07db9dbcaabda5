package vn.diemcau.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Aggregates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Mongo;

/**
 * The same figures as the accounts, by the store's own aggregate over attendance: matched by the index of paths and starts, grouped by
 * the stamped path. The year before is not aggregated, nor are flags, kinds and persons who went elsewhere: all in its favour.
 */
final class ReportAggregation {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Mongo mongo;
    private final ReportProvince province;
    private final int year;

    ReportAggregation(Mongo mongo, ReportProvince province, int year) {
        this.mongo = mongo;
        this.province = province;
        this.year = year;
    }

    private Date start(int month) {
        return Date.from(LocalDate.of(year, 1, 1)
                .plusMonths(month - 1L)
                .atStartOfDay(ZONE)
                .toInstant());
    }

    /** Required and present of everybody whose stamped path lies within, from month to month. */
    long[] within(String path, int from, int to) throws Exception {
        String prefix = "party:" + path;
        String end = prefix.substring(0, prefix.length() - 1) + "0";
        return grouped(and(
                gte("paths", prefix), lt("paths", end), gte("startsAt", start(from)), lt("startsAt", start(to + 1))));
    }

    long[] restated(int from, int to) throws Exception {
        return within("/" + ReportProvince.ROOT + "/", from, to);
    }

    /** A commune of today over the year: its cells by whatever paths they were stamped with. */
    long[] restatedCommune(String commune) throws Exception {
        Set<String> paths = new TreeSet<>();
        for (ReportProvince.Cell cell : province.cells()) {
            if (!cell.after().equals("/T/" + commune + "/")) continue;
            paths.add("party:" + cell.before() + cell.id() + "/");
            paths.add("party:" + cell.after() + cell.id() + "/");
        }
        return grouped(and(in("paths", paths), gte("startsAt", start(1)), lt("startsAt", start(13))));
    }

    /** These people, wherever they were counted. */
    long[] of(List<String> persons, int from, int to) throws Exception {
        return grouped(and(in("person", persons), gte("startsAt", start(from)), lt("startsAt", start(to + 1))));
    }

    private long[] grouped(Bson match) throws Exception {
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(match));
        stages.add(new Document(
                "$group",
                new Document(
                                "_id",
                                new Document("path", "$paths")
                                        .append("entry", "$entry")
                                        .append("standing", "$outcome.standing"))
                        .append("n", new Document("$sum", 1))));
        long[] sums = new long[2];
        Drive.each(mongo.collection("attendance").aggregate(stages).batchSize(Mongo.BATCH), group -> {
            Document by = group.get("_id", Document.class);
            if (!"REQUIRED".equals(by.getString("entry")) || !(group.get("n") instanceof Number count)) return;
            long n = count.longValue();
            sums[0] += n;
            if ("PRESENT".equals(by.getString("standing"))) sums[1] += n;
        });
        return sums;
    }
}
