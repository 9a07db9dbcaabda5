@NullMarked
package vn.diemcau.access;

import org.jspecify.annotations.NullMarked;
