package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The ten-character codes of the slips (phiếu điểm cầu): random, kept as an HMAC and sealed. */
final class Slips {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 10;

    private final SlipStore store;
    private final Keys keys;
    private final InstantSource clock;

    Slips(SlipStore store, Keys keys, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /** The code of each site of the session; made where there is none. */
    Future<Map<String, String>> codes(Session session) {
        return kept(session.id()).compose(before -> {
            Future<Void> chain = Future.succeededFuture();
            for (Site site : session.sites()) {
                if (!before.containsKey(site.id())) chain = chain.compose(done -> make(session.id(), site.id()));
            }
            return chain.compose(done -> kept(session.id()));
        });
    }

    private Future<Void> make(String session, String site) {
        StringBuilder code = new StringBuilder(LENGTH);
        while (code.length() < LENGTH) {
            int value = Keys.random(1)[0] & 31;
            if (value < LETTERS.length()) code.append(LETTERS.charAt(value));
        }
        return store.make(session, site, hashed(code.toString()), keys.seal("slip", code.toString()), clock.instant());
    }

    private Future<Map<String, String>> kept(String session) {
        return store.of(session).map(slips -> {
            Map<String, String> codes = new HashMap<>();
            slips.forEach(slip -> codes.put(slip.site(), keys.unseal("slip", slip.sealed())));
            return codes;
        });
    }

    /** Which slip a code is of; dashes and spaces are ignored and letters may be small. */
    Future<Optional<SlipStore.Slip>> find(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return code.length() == LENGTH ? store.byCode(hashed(code)) : Future.succeededFuture(Optional.empty());
    }

    private String hashed(String code) {
        return HexFormat.of()
                .formatHex(Keys.hmac(keys.derived("slip-code", ""), code.getBytes(StandardCharsets.US_ASCII)));
    }

    /** As printed: five and five. */
    static String shown(String code) {
        return code.substring(0, 5) + "-" + code.substring(5);
    }
}
