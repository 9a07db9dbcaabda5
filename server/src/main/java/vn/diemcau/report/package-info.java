@NullMarked
package vn.diemcau.report;

import org.jspecify.annotations.NullMarked;
