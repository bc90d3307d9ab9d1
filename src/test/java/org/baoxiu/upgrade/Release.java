package org.baoxiu.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.env.PropertyResolver;

/** The database of a former release, as its office left it. */
public final class Release {

    /** Names the release whose database the tests of this JVM begin with; without it they begin with an empty one. */
    private static final String PROPERTY = "baoxiu.test.release";

    private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

    private final Path directory;
    private final String database;
    private final Properties facts;

    private Release(String version, boolean postgres) {
        this.directory = RELEASES.resolve(version);
        this.database = postgres ? "postgres" : "h2";
        this.facts = read(database);
    }

    private Properties read(String of) {
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(of + ".properties"))) {
            facts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    public static Optional<Release> asked(boolean postgres) {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(version -> new Release(version, postgres));
    }

    /** What its office wrote down beside the database, such as when that was ({@code now}). */
    String fact(String name) {
        return facts.getProperty(name);
    }

    /** As PostgreSQL counted them: both offices lived the same, and the pages of v0.1.0 on H2 showed wrong ones. */
    String figures(String name) {
        return read("postgres").getProperty(name);
    }

    Path models() {
        return directory.resolve("models");
    }

    /** Into the empty database that the application will have; the time is as it was. */
    public void restore(PropertyResolver settings) {
        Path dump = directory.resolve(database + ".sql.gz");
        try (Connection connection = DriverManager.getConnection(
                settings.getProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"))) {
            connection
                    .createStatement()
                    .execute(database.equals("h2") ? "runscript from '" + dump + "' compression gzip" : script(dump));
        } catch (SQLException e) {
            throw new IllegalStateException("the dump of " + directory + " cannot be restored", e);
        }
        ClockUtil.setCurrentTime(Date.from(Instant.parse(fact("now"))));
    }

    /** Without what is for psql only. */
    private static String script(Path dump) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
