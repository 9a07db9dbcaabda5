@NullMarked
package vn.diemcau.schedule;

import org.jspecify.annotations.NullMarked;
