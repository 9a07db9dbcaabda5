/** Printed matter: layouts of official paper, tables as spreadsheet, word file and PDF, QR images, escaping. A leaf: it knows nothing of the features. */
@NullMarked
package vn.diemcau.paper;

import org.jspecify.annotations.NullMarked;
