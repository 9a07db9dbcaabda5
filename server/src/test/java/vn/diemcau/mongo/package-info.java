@NullMarked
package vn.diemcau.mongo;

import org.jspecify.annotations.NullMarked;
