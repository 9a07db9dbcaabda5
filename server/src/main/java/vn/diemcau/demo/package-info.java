@NullMarked
package vn.diemcau.demo;

import org.jspecify.annotations.NullMarked;
