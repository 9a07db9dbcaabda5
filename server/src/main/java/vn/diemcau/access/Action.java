package vn.diemcau.access;

import static vn.diemcau.access.Role.CADRE;
import static vn.diemcau.access.Role.CELL_SECRETARY;
import static vn.diemcau.access.Role.KIOSK;
import static vn.diemcau.access.Role.PROVINCE_ADMIN;
import static vn.diemcau.access.Role.STEWARD;
import static vn.diemcau.access.Role.TRAINER;
import static vn.diemcau.access.Role.UNIT_ADMIN;

import java.util.Set;

/** What can be done, and which roles may do it within their grant. This is the one table of rights. */
public enum Action {
    /** Open to the world: health of the installation, sign-in. */
    ANYONE,
    /** Whoever is signed in, even while something is due first: what they settle it with. */
    SETTLE(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY, STEWARD, KIOSK, CADRE),
    /** Whoever is signed in, on their own things only. */
    OWN(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY, STEWARD, KIOSK, CADRE),
    READ_UNITS(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    READ_PEOPLE(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    EDIT_PEOPLE(PROVINCE_ADMIN, UNIT_ADMIN),
    IMPORT_PEOPLE(PROVINCE_ADMIN, UNIT_ADMIN),
    EDIT_UNITS(PROVINCE_ADMIN),
    READ_PROGRAMMES(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    PLAN(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    SUMMON(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    CONFIRM_RECEIPT(PROVINCE_ADMIN, UNIT_ADMIN, CELL_SECRETARY),
    DECIDE_ABSENCE(PROVINCE_ADMIN, UNIT_ADMIN, CELL_SECRETARY),
    /** At a site: a steward's phone for that site, or whoever runs the session. */
    TAKE_ROLL(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY, STEWARD),
    /** At a site: whoever takes its roll, and the device at its door, which may send badges that come in and nothing else. */
    SCAN_IN(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY, STEWARD, KIOSK),
    SEE_ROLL(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY, STEWARD),
    CORRECT(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    /** To put a policy into force that somebody else proposed. */
    APPROVE_POLICY(PROVINCE_ADMIN, UNIT_ADMIN),
    CLOSE(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    /** To close a month of a unit, or of the whole province, over the closings of its sessions. */
    CLOSE_MONTH(PROVINCE_ADMIN, UNIT_ADMIN),
    READ_ATTENDANCE(PROVINCE_ADMIN, UNIT_ADMIN, TRAINER, CELL_SECRETARY),
    READ_REPORTS(PROVINCE_ADMIN, UNIT_ADMIN, CELL_SECRETARY),
    /** How a unit writes its documents. */
    EDIT_LETTERHEAD(PROVINCE_ADMIN, UNIT_ADMIN, CELL_SECRETARY),
    MANAGE_ACCOUNTS(PROVINCE_ADMIN, UNIT_ADMIN),
    REISSUE_CODE(PROVINCE_ADMIN, UNIT_ADMIN, CELL_SECRETARY, STEWARD),
    MANAGE_INSTALLATION(PROVINCE_ADMIN);

    private final Set<Role> roles;

    Action(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that may do this within their grant; empty for {@link #ANYONE}, which needs no role. */
    public Set<Role> roles() {
        return roles;
    }
}
