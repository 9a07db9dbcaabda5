@NullMarked
package vn.diemcau.http;

import org.jspecify.annotations.NullMarked;
