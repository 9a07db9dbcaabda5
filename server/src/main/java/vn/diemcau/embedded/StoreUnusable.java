package vn.diemcau.embedded;

/** The store cannot be opened; the message says what, where and what to do. */
public final class StoreUnusable extends Exception {
    public StoreUnusable(String message) {
        super(message);
    }
}
