package vn.diemcau;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import vn.diemcau.identity.Rescue;
import vn.diemcau.mongo.Mongo;

/**
 * The operator's command {@code account [let-in LOGIN] [--data DIR]}: which administrators there are, and the way back for one who lost
 * password or second factor and whom no other administrator can help. Whoever may read the data directory may do it; it stands in the audit
 * record.
 */
public final class AccountCommand {
    private AccountCommand() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        String who = System.getProperty("user.name", "");
        boolean well = OperatorStore.ask(
                words, System.getenv(), OperatorStore.console(), (mongo, console) -> run(words, who, mongo, console));
        System.exit(well ? 0 : 1);
    }

    /** True when it was understood and done. */
    static boolean run(List<String> words, String who, Mongo mongo, PrintStream console) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Rescue rescue = new Rescue(vertx, mongo, InstantSource.system());
            if (words.contains("let-in")) {
                String login = OperatorStore.after(words, "let-in");
                if (login == null || login.startsWith("--")) {
                    console.println("usage: account [let-in LOGIN] [--data DIR]");
                    return false;
                }
                return letIn(rescue, login.toLowerCase(Locale.ROOT), who, console);
            }
            for (Rescue.Administrator each : OperatorStore.await(rescue.administrators())) {
                console.println(each.login() + "  " + each.name() + "  "
                        + (each.secondFactor() ? "second factor" : "no second factor") + "  "
                        + (each.usedAt() == null ? "never used" : "last used " + each.usedAt()));
            }
            return true;
        } finally {
            OperatorStore.await(vertx.close());
        }
    }

    private static boolean letIn(Rescue rescue, String login, String who, PrintStream console) throws Exception {
        String password = OperatorStore.await(rescue.letIn(login, who)).orElse("");
        if (password.isEmpty()) {
            console.println("diemcau: no account has the login " + login + "; ./diemcau account lists administrators");
            return false;
        }
        console.println("mật khẩu một lần (one-time password): " + password);
        console.println("Đăng nhập, đổi mật khẩu và bật lại xác thực hai bước ngay."
                + " (Sign in, change it and set the second factor up again at once; it stands in the audit record.)");
        return true;
    }
}
