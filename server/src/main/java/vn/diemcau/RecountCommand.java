package vn.diemcau;

import java.io.PrintStream;
import java.util.List;
import vn.diemcau.attendance.RecountCheck;
import vn.diemcau.mongo.Mongo;

/** The operator's command {@code recount --check [--data DIR]}: compares what is kept with a full recount from evidence. */
public final class RecountCommand {
    private static final int SHOWN = 100;

    private RecountCommand() {}

    public static void main(String[] arguments) {
        boolean same =
                OperatorStore.ask(List.of(arguments), System.getenv(), OperatorStore.console(), RecountCommand::check);
        System.exit(same ? 0 : 1);
    }

    /** Prints the differences; true when there are none. */
    static boolean check(Mongo mongo, PrintStream console) throws Exception {
        RecountCheck.Result result = OperatorStore.await(RecountCheck.all(mongo));
        result.differences().stream().limit(SHOWN).forEach(console::println);
        if (result.marked()) console.println("some outcomes are still being reckoned; check again in a moment");
        console.println("sessions " + result.sessions() + "  differences "
                + result.differences().size());
        return result.differences().isEmpty();
    }
}
