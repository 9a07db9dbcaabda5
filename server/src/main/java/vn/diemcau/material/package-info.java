@NullMarked
package vn.diemcau.material;

import org.jspecify.annotations.NullMarked;
