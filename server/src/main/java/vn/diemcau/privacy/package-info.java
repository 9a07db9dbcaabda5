@NullMarked
package vn.diemcau.privacy;

import org.jspecify.annotations.NullMarked;
