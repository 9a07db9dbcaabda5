package vn.diemcau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;

/** The kill loop would see a loss, also one after its last kill. */
class KillBenchTest {

    @Test
    void whatIsGoneAfterTheLastKillIsCounted() throws Exception {
        KillBench.Outcome outcome = KillBench.run(1, 1, data -> {
            try (Connection connection =
                            new SQLiteConfig().createConnection("jdbc:sqlite:" + data.resolve("store.db"));
                    Statement statement = connection.createStatement()) {
                long table;
                try (ResultSet row =
                        statement.executeQuery("select n from catalogue_collection where name = 'evidence'")) {
                    table = row.getLong(1);
                }
                statement.executeUpdate("delete from c" + table);
            }
        });
        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.lost()).isPositive();
    }
}
