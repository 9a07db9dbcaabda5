package vn.diemcau.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** One connection to the file with its prepared statements; one thread at a time uses it. */
final class Session implements AutoCloseable {

    private static final int MOST_STATEMENTS = 500;

    private final Connection connection;
    private final Map<String, ArrayDeque<PreparedStatement>> idle = new HashMap<>();

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        // else every insert is followed by a question for the row's number, which nobody asks here
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        var session = new Session(connection);
        session.run("pragma busy_timeout = 10000");
        session.run("pragma cache_size = " + (readOnly ? -4096 : -32768));
        session.run("pragma temp_store = memory");
        session.run("pragma mmap_size = 0");
        return session;
    }

    /** Runs a statement without values and forgets its answer. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = take(sql, values);
        int changed;
        try {
            changed = statement.executeUpdate();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        put(sql, statement);
        return changed;
    }

    Found query(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = take(sql, values);
        try {
            return new Found(this, sql, statement, statement.executeQuery());
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        try (Found found = query(sql, values)) {
            return found.next() ? found.number(1) : -1;
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private PreparedStatement take(String sql, @Nullable Object... values) throws SQLException {
        ArrayDeque<PreparedStatement> waiting = idle.get(sql);
        PreparedStatement statement = waiting == null ? null : waiting.poll();
        if (statement == null) {
            statement = connection.prepareStatement(sql);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value == null) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else {
                throw new IllegalArgumentException("cannot bind " + value.getClass());
            }
        }
        return statement;
    }

    private void put(String sql, PreparedStatement statement) throws SQLException {
        if (idle.size() > MOST_STATEMENTS) {
            forget();
        }
        idle.computeIfAbsent(sql, key -> new ArrayDeque<>(2)).push(statement);
    }

    @Override
    public void close() throws SQLException {
        forget();
        connection.close();
    }

    private void forget() throws SQLException {
        for (ArrayDeque<PreparedStatement> waiting : idle.values()) {
            for (PreparedStatement statement : waiting) {
                statement.close();
            }
        }
        idle.clear();
    }

    Connection connection() {
        return connection;
    }

    /** The rows of a query; closing gives the statement back. */
    static final class Found implements AutoCloseable {
        private final Session session;
        private final String sql;
        private final PreparedStatement statement;
        private final ResultSet rows;

        private Found(Session session, String sql, PreparedStatement statement, ResultSet rows) {
            this.session = session;
            this.sql = sql;
            this.statement = statement;
            this.rows = rows;
        }

        boolean next() throws SQLException {
            return rows.next();
        }

        long number(int column) throws SQLException {
            return rows.getLong(column);
        }

        byte[] bytes(int column) throws SQLException {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        }

        String text(int column) throws SQLException {
            return String.valueOf(rows.getString(column));
        }

        @Override
        public void close() throws SQLException {
            rows.close();
            session.put(sql, statement);
        }
    }
}
