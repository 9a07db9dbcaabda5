@NullMarked
package vn.diemcau.recording;

import org.jspecify.annotations.NullMarked;
