@NullMarked
package vn.diemcau.enrolment;

import org.jspecify.annotations.NullMarked;
