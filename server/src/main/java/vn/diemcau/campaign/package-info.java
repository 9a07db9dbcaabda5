@NullMarked
package vn.diemcau.campaign;

import org.jspecify.annotations.NullMarked;
