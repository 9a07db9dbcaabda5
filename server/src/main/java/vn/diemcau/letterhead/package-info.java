/** How each unit writes its documents: heading, number, place, signature, recipients, in the state's layout or the Party's. */
@NullMarked
package vn.diemcau.letterhead;

import org.jspecify.annotations.NullMarked;
