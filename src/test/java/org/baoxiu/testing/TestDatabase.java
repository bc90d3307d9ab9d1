package org.baoxiu.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.baoxiu.upgrade.Release;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives every application context of the tests an empty database of its own: H2 in memory, or a real PostgreSQL with
 * {@code -Dbaoxiu.test.database=postgres}. The build runs the same tests on both. With {@code -Dbaoxiu.test.release=v0.1.0} it
 * is not empty but that {@link Release}'s, and the time is when its office left it.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Of every test that has to pass on both databases, by the annotation that gives it one. */
    public static final String TAG = "database";

    /** Nothing is kept in a file of the machine that runs the tests. */
    public static final String EVIDENCE_KEY = "evidence of tests, which prove nothing";

    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "baoxiu_" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of(
                        "spring.datasource.url="
                                + (postgres()
                                        ? postgresUrl(name)
                                        : "jdbc:h2:mem:" + name
                                                + ";DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=0"),
                        "spring.datasource.username=" + (postgres() ? "postgres" : "sa"),
                        "spring.datasource.password=" + (postgres() ? "postgres" : ""),
                        "baoxiu.evidence.key=" + EVIDENCE_KEY,
                        // at the end of the JVM the server may stop before the application: then nothing waits for it
                        "spring.datasource.hikari.connection-timeout=5000")
                .applyTo(context);
        Release.asked(postgres()).ifPresent(release -> release.restore(context.getEnvironment()));
    }

    public static boolean postgres() {
        return "postgres".equals(System.getProperty("baoxiu.test.database", "h2"));
    }

    private static synchronized String postgresUrl(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database " + name);
            }
            // as the profile postgres has it
            return server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
