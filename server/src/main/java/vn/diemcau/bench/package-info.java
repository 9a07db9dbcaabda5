@NullMarked
package vn.diemcau.bench;

import org.jspecify.annotations.NullMarked;
