package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.diemcau.access.Role;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Qr;
import vn.diemcau.problem.Problem;

/** The second factor of accounts: a code that an app on the phone shows, or a printed recovery code; each counts once. */
final class SecondFactor {
    /** Whether administrators must have one. */
    enum Policy {
        REQUIRED,
        OPTIONAL
    }

    static final Set<Role> ADMINISTRATORS = Set.of(Role.PROVINCE_ADMIN, Role.UNIT_ADMIN);
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 10;

    private final FactorStore factors;
    private final Secrets secrets;
    private final Audit audit;
    private final BackOff backOff;
    private final InstantSource clock;
    private final Policy policy;

    SecondFactor(
            FactorStore factors, Secrets secrets, Audit audit, BackOff backOff, InstantSource clock, Policy policy) {
        this.factors = factors;
        this.secrets = secrets;
        this.audit = audit;
        this.backOff = backOff;
        this.clock = clock;
        this.policy = policy;
    }

    /** Whether the account may do nothing else until it has one. */
    boolean isRequired(Account account) {
        return policy == Policy.REQUIRED
                && account.held().stream().anyMatch(held -> ADMINISTRATORS.contains(held.role()));
    }

    Future<Boolean> isOn(String account) {
        return factors.of(account)
                .map(found -> found.flatMap(FactorStore.Factor::secret).isPresent());
    }

    /** Roles that a PIN does not open: all that a second factor stands before, and an administrator's where one is required. */
    Future<Set<Role>> closedToPin(Account account) {
        if (account.held().isEmpty()) return Future.succeededFuture(Set.of());
        return isOn(account.id()).map(on -> {
            if (on) return EnumSet.complementOf(EnumSet.of(Role.CADRE));
            return isRequired(account) ? ADMINISTRATORS : Set.of();
        });
    }

    Future<JsonObject> state(Account account) {
        return factors.of(account.id()).map(found -> new JsonObject()
                .put("on", found.flatMap(FactorStore.Factor::secret).isPresent())
                .put("required", isRequired(account))
                .put("recoveryLeft", found.map(FactorStore.Factor::recoveryLeft).orElse(0)));
    }

    /** A fresh secret for the app, as text, address and picture; it counts once {@link #confirm} has seen a code of it. */
    Future<JsonObject> propose(Account account) {
        byte[] secret = secrets.bytes(SECRET_BYTES);
        String text = Totp.base32(secret);
        String label = account.login() == null ? account.name() : account.login();
        String uri =
                "otpauth://totp/" + escape("Điểm Cầu:" + label) + "?secret=" + text + "&issuer=" + escape("Điểm Cầu");
        return factors.propose(account.id(), secrets.locked(secret))
                .map(done ->
                        new JsonObject().put("secret", text).put("uri", uri).put("image", Qr.image(uri)));
    }

    /** The proposed secret counts, having shown its code; the recovery codes, which are nowhere else. Fails with INVALID wrong_factor. */
    Future<List<String>> confirm(SignedIn by, String typed) {
        String account = by.account();
        String key = "factor " + account;
        backOff.check(key);
        return factors.of(account).compose(found -> {
            Optional<String> proposed = found.flatMap(FactorStore.Factor::proposed);
            OptionalLong step = proposed.isEmpty()
                    ? OptionalLong.empty()
                    : Totp.fits(secrets.unlocked(proposed.get()), digits(typed), clock.instant());
            if (step.isEmpty()) {
                backOff.failed(key);
                return Future.failedFuture(wrong());
            }
            List<String> codes = codes();
            return factors.confirm(account, proposed.get(), step.getAsLong(), sealed(codes))
                    .compose(stood -> {
                        if (!stood) return Future.failedFuture(wrong());
                        backOff.succeeded(key);
                        return audit.add(account, "second_factor_set", "account/" + account, by.did())
                                .map(codes);
                    });
        });
    }

    /** Uses a code of the app or a recovery code up; fails with INVALID wrong_factor when it is none, or was used. */
    Future<Void> use(String account, String typed, String from) {
        String key = "factor " + account;
        backOff.check(key);
        return factors.of(account)
                .compose(found -> {
                    Optional<String> secret = found.flatMap(FactorStore.Factor::secret);
                    if (secret.isEmpty()) return Future.succeededFuture(false);
                    OptionalLong step = Totp.fits(secrets.unlocked(secret.get()), digits(typed), clock.instant());
                    if (step.isPresent()) return factors.use(account, step.getAsLong());
                    return factors.useRecovery(account, secrets.sealed(Secrets.tidy(typed)))
                            .compose(used -> used
                                    ? audit.add(
                                                    account,
                                                    "recovery_code_used",
                                                    "account/" + account,
                                                    new JsonObject().put("from", from))
                                            .map(true)
                                    : Future.succeededFuture(false));
                })
                .compose(good -> {
                    if (!good) {
                        backOff.failed(key);
                        return Future.failedFuture(wrong());
                    }
                    backOff.succeeded(key);
                    return Future.succeededFuture();
                });
    }

    /** Fresh recovery codes; those before are void. Fails with CONFLICT no_second_factor where there is none. */
    Future<List<String>> freshCodes(SignedIn by) {
        String account = by.account();
        List<String> codes = codes();
        return isOn(account).compose(on -> {
            if (!on)
                return Future.failedFuture(Problem.conflict("no_second_factor", "This account has no second factor."));
            return factors.recovery(account, sealed(codes))
                    .compose(done -> audit.add(account, "recovery_codes_renewed", "account/" + account, by.did()))
                    .map(codes);
        });
    }

    /** For somebody who lost phone and codes; the account must set a new one up where one is required. */
    Future<Void> forget(String account) {
        return factors.forget(account);
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) codes.add(secrets.code(RECOVERY_LENGTH));
        return codes;
    }

    private List<String> sealed(List<String> codes) {
        return codes.stream().map(secrets::sealed).toList();
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Problem wrong() {
        return Problem.invalid("code", "wrong_factor", "This code is wrong, was used, or is too old.");
    }
}
