@NullMarked
package vn.diemcau.problem;

import org.jspecify.annotations.NullMarked;
