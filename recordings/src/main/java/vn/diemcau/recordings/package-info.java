@NullMarked
package vn.diemcau.recordings;

import org.jspecify.annotations.NullMarked;
