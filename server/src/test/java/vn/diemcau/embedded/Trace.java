package vn.diemcau.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a trace of system calls beside the log they wrote: each insert carries a mark, so for each answer it is known
 * which part of the log it speaks of, and whether a sync that began after that part was written had ended before the
 * answer was sent.
 */
final class Trace {

    private static final Pattern MARK = Pattern.compile("mark-\\d{5}");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
    private static final Pattern OFFSET = Pattern.compile(", (\\d+)\\) += \\d+");
    private static final String LOG = hexadecimal("store.db-wal") + ">";
    private static final String SOCKET = "<" + hexadecimal("socket:[");
    private static final int HEADER = 32;
    private static final int FRAME = 24;

    /** Answers to marked inserts, those sent too early, syncs of the log, and writes to the log while one was under way. */
    record Verdict(int answers, int early, int syncs, int meanwhile) {}

    private final Map<Long, Set<String>> marks;
    private final Map<String, Integer> logged = new HashMap<>();
    private final Map<Integer, String> asked = new HashMap<>();
    private final Map<String, String> unfinished = new HashMap<>();
    private final Map<String, Integer> syncing = new HashMap<>();
    private int safe = -1;
    private int answers;
    private int early;
    private int syncs;
    private int meanwhile;

    private Trace(byte[] log) {
        this.marks = commits(log);
    }

    static Verdict judge(List<String> lines, byte[] log) {
        var trace = new Trace(log);
        for (int i = 0; i < lines.size(); i++) {
            trace.line(i, lines.get(i));
        }
        return new Verdict(trace.answers, trace.early, trace.syncs, trace.meanwhile);
    }

    /** For the page that ends each transaction, by its place in the log: the marks that were new in that transaction. */
    private static Map<Long, Set<String>> commits(byte[] log) {
        Map<Long, Set<String>> commits = new HashMap<>();
        Set<String> known = new HashSet<>();
        Set<String> fresh = new HashSet<>();
        var bytes = ByteBuffer.wrap(log);
        int page = bytes.getInt(8);
        for (int at = HEADER; at + FRAME + page <= log.length; at += FRAME + page) {
            Matcher found = MARK.matcher(new String(log, at + FRAME, page, StandardCharsets.ISO_8859_1));
            while (found.find()) {
                if (known.add(found.group())) {
                    fresh.add(found.group());
                }
            }
            if (bytes.getInt(at + 4) != 0) {
                commits.put((long) at + FRAME, fresh);
                fresh = new HashSet<>();
            }
        }
        return commits;
    }

    private static String hexadecimal(String text) {
        var hex = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append(String.format("\\x%02x", one));
        }
        return hex.toString();
    }

    private static ByteBuffer text(String call) {
        Matcher quoted = TEXT.matcher(call);
        if (!quoted.find()) {
            return ByteBuffer.allocate(0);
        }
        String[] hex = quoted.group(1).split("\\\\x", -1);
        var bytes = ByteBuffer.allocate(hex.length).order(ByteOrder.LITTLE_ENDIAN);
        for (String one : hex) {
            if (!one.isEmpty()) {
                bytes.put((byte) Integer.parseInt(one, 16));
            }
        }
        return bytes.flip();
    }

    private void line(int number, String line) {
        int space = line.indexOf(' ');
        String thread = line.substring(0, space);
        String call = line.substring(space).strip();
        int resumed = call.indexOf(" resumed>");
        if (call.startsWith("<... ") && resumed > 0) {
            ended(number, thread, unfinished.remove(thread) + call.substring(resumed + " resumed>".length()));
            return;
        }
        begun(number, thread, call);
        int open = call.indexOf(" <unfinished ...>");
        if (open >= 0) {
            unfinished.put(thread, call.substring(0, open));
        } else {
            ended(number, thread, call);
        }
    }

    private void begun(int number, String thread, String call) {
        if (call.contains("sync(") && call.contains(LOG)) {
            syncing.put(thread, number);
        } else if (call.contains(SOCKET) && (call.startsWith("write(") || call.startsWith("sendto("))) {
            ByteBuffer message = text(call);
            String mark = message.remaining() < 16 ? null : asked.remove(message.getInt(8));
            if (mark != null) {
                answers++;
                early += logged.getOrDefault(mark, Integer.MAX_VALUE) < safe ? 0 : 1;
            }
        }
    }

    private void ended(int number, String thread, String call) {
        if (call.contains("sync(") && call.contains(LOG)) {
            Integer begin = syncing.remove(thread);
            if (begin != null && call.contains(" = 0")) {
                safe = Math.max(safe, begin);
                syncs++;
            }
        } else if (call.startsWith("pwrite64(") && call.contains(LOG)) {
            meanwhile += syncing.isEmpty() ? 0 : 1;
            Matcher offset = OFFSET.matcher(call);
            if (offset.find()) {
                for (String mark : marks.getOrDefault(Long.parseLong(offset.group(1)), Set.of())) {
                    logged.put(mark, number);
                }
            }
        } else if (call.contains(SOCKET) && (call.startsWith("read(") || call.startsWith("recvfrom("))) {
            ByteBuffer message = text(call);
            Matcher mark = MARK.matcher(StandardCharsets.ISO_8859_1.decode(message.duplicate()));
            if (message.remaining() >= 16 && mark.find()) {
                asked.put(message.getInt(4), mark.group());
            }
        }
    }
}
