@NullMarked
package vn.diemcau.oidc;

import org.jspecify.annotations.NullMarked;
