package vn.diemcau.attendance;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** A program that takes rolls as fast as it can until it is killed, and says each piece of evidence that was acknowledged. */
final class KilledStage {
    static final int PEOPLE = 100;

    private KilledStage() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.US_ASCII);
        Stage stage = new Stage(Path.of(arguments[0]), false);
        String round = arguments[1];
        stage.hold("kill", PEOPLE);
        out.println("ready");
        Random random = new Random(round.hashCode());
        for (int i = 0; i < 8; i++) next(stage, round, random, new int[] {i}, out);
        Thread.currentThread().join();
    }

    private static void next(Stage stage, String round, Random random, int[] number, PrintStream out) {
        String id = round + "-" + number[0];
        number[0] += 8;
        String person = (random.nextBoolean() ? "x" : "y") + random.nextInt(PEOPLE);
        Kind kind = List.of(Kind.IN, Kind.IN, Kind.IN, Kind.OUT).get(random.nextInt(4));
        String site = List.of("a", "b", "c").get(random.nextInt(3));
        stage.record
                .handle(Stage.claimOf(
                        "kill", id, kind, person, site, Make.START.plusSeconds(random.nextInt(7000)), Detail.NONE))
                .onComplete(done -> {
                    if (done.succeeded() && done.result().result() != Answer.Result.REFUSED) out.println("ack " + id);
                    next(stage, round, random, number, out);
                });
    }
}
