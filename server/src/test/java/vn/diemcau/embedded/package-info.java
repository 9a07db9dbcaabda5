@NullMarked
package vn.diemcau.embedded;

import org.jspecify.annotations.NullMarked;
