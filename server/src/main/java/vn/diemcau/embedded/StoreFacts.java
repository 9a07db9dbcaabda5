package vn.diemcau.embedded;

import java.nio.file.Path;

/**
 * What an operator should know of the store.
 *
 * @param file where it is
 * @param bytes size of the file
 * @param logBytes size of the write-ahead log beside it
 * @param limits what this store cannot do, in words
 */
public record StoreFacts(Path file, long bytes, long logBytes, String limits) {}
