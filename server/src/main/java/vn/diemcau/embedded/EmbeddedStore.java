package vn.diemcau.embedded;

import java.nio.file.Path;

/** MongoDB's protocol over one local file. */
public final class EmbeddedStore implements AutoCloseable {
    private EmbeddedStore() {}

    public static EmbeddedStore open(Path dataDir) throws StoreUnusable {
        throw new StoreUnusable("not built yet: " + dataDir);
    }

    public String connectionString() {
        return "";
    }

    @Override
    public void close() {}
}
