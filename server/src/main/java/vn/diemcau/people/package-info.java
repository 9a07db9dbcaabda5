@NullMarked
package vn.diemcau.people;

import org.jspecify.annotations.NullMarked;
