@NullMarked
package vn.diemcau.limit;

import org.jspecify.annotations.NullMarked;
