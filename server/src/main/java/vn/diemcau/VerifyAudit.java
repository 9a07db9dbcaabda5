package vn.diemcau;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.AuditCheck;
import vn.diemcau.mongo.Mongo;

/** The operator's command {@code verify-audit [--end NUMBER:HASH] [--data DIR]}: walks the audit record and says where it first breaks. */
public final class VerifyAudit {
    private VerifyAudit() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        String witness = OperatorStore.after(words, "--end");
        boolean stands = OperatorStore.ask(
                words, System.getenv(), OperatorStore.console(), (mongo, console) -> check(mongo, witness, console));
        System.exit(stands ? 0 : 1);
    }

    /** Prints what the walk found; true when the chain stands. */
    static boolean check(Mongo mongo, @Nullable String witness, PrintStream console) throws Exception {
        AuditCheck.Verdict verdict = OperatorStore.await(AuditCheck.of(mongo, witness));
        if (verdict.fault() != null) console.println("broken: " + verdict.fault());
        console.println("records " + verdict.records() + "  end " + verdict.end());
        return verdict.fault() == null;
    }
}
