package vn.diemcau.files;

import java.util.Set;

/**
 * What a purpose allows an upload to be.
 *
 * @param limit bytes
 * @param kinds those that are taken
 */
public record Terms(long limit, Set<FileKind> kinds, Place place) {}
