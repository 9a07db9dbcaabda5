@NullMarked
package vn.diemcau.identity;

import org.jspecify.annotations.NullMarked;
