@NullMarked
package vn.diemcau.meeting;

import org.jspecify.annotations.NullMarked;
