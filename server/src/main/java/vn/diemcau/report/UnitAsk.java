package vn.diemcau.report;

import vn.diemcau.attendance.Accounts;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** A unit somebody asked for and may see, with what is asked of it and what its account is made of. */
record UnitAsk(UnitTree tree, Unit unit, Ask ask, SignedIn by, Part part) {
    Accounts accounts() {
        return part.accounts();
    }
}
