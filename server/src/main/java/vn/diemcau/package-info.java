/** Wiring: reads the configuration, opens the store, connects the features by constructor calls. */
@NullMarked
package vn.diemcau;

import org.jspecify.annotations.NullMarked;
