package vn.diemcau.files;

/**
 * A file that is kept whole, as the record of a feature remembers it.
 *
 * @param id also of its bytes
 */
public record StoredFile(String id, Place place, FileKind kind, long size, String sha256) {}
