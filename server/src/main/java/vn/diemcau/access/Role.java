package vn.diemcau.access;

import java.util.Locale;

/** What somebody is, by grant: a role always comes with the part of the tree, or the one site, that it holds for. */
public enum Role {
    PROVINCE_ADMIN,
    UNIT_ADMIN,
    TRAINER,
    CELL_SECRETARY,
    /** A phone or account that takes the roll at one site of one session. */
    STEWARD,
    /** A device at the door of one site, at which people scan themselves: badges in, nothing else. */
    KIOSK,
    CADRE;

    /** The name on the wire, for example {@code province_admin}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
