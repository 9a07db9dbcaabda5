package vn.diemcau.people;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids of people: UUIDs of version 7, so that people entered together lie together in the store. */
final class PersonIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private PersonIds() {}

    static String next(long millis) {
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
