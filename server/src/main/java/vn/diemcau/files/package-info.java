@NullMarked
package vn.diemcau.files;

import org.jspecify.annotations.NullMarked;
