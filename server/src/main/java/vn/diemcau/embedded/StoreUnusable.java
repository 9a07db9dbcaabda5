package vn.diemcau.embedded;

/** The store cannot be used; the message says what, where and what to do, in one sentence for an operator. */
public final class StoreUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    StoreUnusable(String message) {
        super(message);
    }

    StoreUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
