/**
 * The embedded store: MongoDB's protocol over one SQLite file. It knows nothing of the application.
 *
 * <p>Read it in this order: {@link vn.diemcau.embedded.EmbeddedStore} (what it is), {@code Key} (the one order of all
 * values), {@code Catalogue} and {@code Rows} (how documents and indexes lie in tables), {@code Writer} (how an
 * acknowledgement becomes durable), {@code Planner} and {@code Scan} (how documents are found), {@code Commands} (what
 * a client may ask).
 */
@NullMarked
package vn.diemcau.embedded;

import org.jspecify.annotations.NullMarked;
