@NullMarked
package vn.diemcau.attendance;

import org.jspecify.annotations.NullMarked;
