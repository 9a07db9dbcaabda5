/** Printed matter: HTML to PDF with embedded fonts, QR images, escaping. A leaf: it knows nothing of the features. */
@NullMarked
package vn.diemcau.paper;

import org.jspecify.annotations.NullMarked;
