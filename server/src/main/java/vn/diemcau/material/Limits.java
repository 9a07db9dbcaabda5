package vn.diemcau.material;

/**
 * How much may be kept, in bytes.
 *
 * @param file the largest file
 * @param programme all materials of one programme, earlier versions too
 */
public record Limits(long file, long programme) {}
