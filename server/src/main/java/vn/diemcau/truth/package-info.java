/** A day of a province that knows its own truth: what people really did, and what sources would say of it. Knows nothing of reckoning. */
@org.jspecify.annotations.NullMarked
package vn.diemcau.truth;
