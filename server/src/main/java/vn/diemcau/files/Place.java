package vn.diemcau.files;

/** Where the bytes of a file lie. */
public enum Place {
    /** In the store, as GridFS chunks. */
    GRID,
    /** In a directory of this machine, from which they are served straight. */
    DIRECTORY
}
