@NullMarked
package vn.diemcau.audit;

import org.jspecify.annotations.NullMarked;
