package org.baoxiu.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What tells a database from every copy of it, and is in no backup ({@code docs/decisions/0018-a-restored-copy-is-silent.md}): of PostgreSQL
 * the cluster's identifier and the database's object id, of H2 the word in a file beside the database.
 */
@Component
class DatabasePlace {

    private static final String OF_POSTGRES =
            """
      select c.system_identifier || '/' || d.oid from pg_control_system() c, pg_database d where d.datname = current_database()""";

    private final boolean h2;
    private final @Nullable Path file;
    /** Of a database without a file here; it stays, also when a standby takes over. */
    private final String word;

    DatabasePlace(JdbcClient database, JdbcOperations connections) {
        this.h2 = "H2"
                .equals(connections.execute(
                        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
        this.file = h2
                ? database.sql("select database_path()")
                        .query(String.class)
                        .optional()
                        .map(Path::of)
                        .orElse(null)
                : null;
        this.word =
                h2 ? "memory" : database.sql(OF_POSTGRES).query(String.class).single();
    }

    /** Of a file of H2; empty for any other database. */
    Optional<Path> ofFile() {
        return Optional.ofNullable(file);
    }

    boolean inMemory() {
        return h2 && file == null;
    }

    /** Words that a database may bear here; a database in memory has no copies. */
    List<String> words() {
        return file == null ? List.of(word) : wordsBeside(file);
    }

    private static List<String> wordsBeside(Path database) {
        Path beside = beside(database);
        try {
            if (!Files.exists(beside)) {
                Files.writeString(beside, UUID.randomUUID().toString());
            }
            return Files.readAllLines(beside);
        } catch (IOException e) {
            throw new UncheckedIOException("the place of the database cannot be read or written: " + beside, e);
        }
    }

    /** @param database with or without the ending of its file */
    static Path beside(Path database) {
        return database.resolveSibling(database.getFileName().toString().replaceFirst("\\.mv\\.db$", "") + ".place");
    }

    /**
     * From now on the database bears another word than a backup that has just been made of it.
     *
     * @param change writes the new word into the database; both words are good while it does
     */
    void changes(Consumer<String> change) {
        if (file == null) {
            return;
        }
        String newWord = UUID.randomUUID().toString();
        List<String> both = new ArrayList<>(wordsBeside(file));
        both.add(newWord);
        try {
            Files.write(beside(file), both);
            change.accept(newWord);
            Files.writeString(beside(file), newWord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
