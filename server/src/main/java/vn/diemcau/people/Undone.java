package vn.diemcau.people;

import java.util.List;
import vn.diemcau.people.Reorganisation.Wish;

/** What an UNDO takes back: what was decided, and what went over or ended when it was applied. */
record Undone(Wish wish, List<Followed> followed) {}
