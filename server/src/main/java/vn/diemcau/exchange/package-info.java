/** Attendance taken in from files of the electronic member handbook, shown before it is written. */
@NullMarked
package vn.diemcau.exchange;

import org.jspecify.annotations.NullMarked;
