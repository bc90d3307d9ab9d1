package org.baoxiu.office;

import java.sql.Connection;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What makes any part of a name, a telephone or a place be found without reading the whole register: PostgreSQL has an index of all
 * that stand together by one, two and three characters. H2, on which an office has some thousand flats, reads.
 */
@Component
class RegisterGrams {

    static final String PLACE = "place_key || ' ' || coalesce(short_key, '') || ' ' || coalesce(code, '')";
    static final String NAME = "name";
    static final String TELEPHONE = "telephone_key";

    private static final int LONGEST = 3;

    private final boolean indexed;

    RegisterGrams(JdbcOperations database) {
        this.indexed = "PostgreSQL"
                .equals(database.execute(
                        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
    }

    /**
     * To be asked for beside what has to hold, and before it; empty where there is no index.
     *
     * @param column    of which the index is
     * @param parameter named in the statement, with {@link #of} the part as its value
     */
    String condition(String column, String parameter) {
        return indexed ? "text_grams(" + column + ") @> cast(:" + parameter + " as text[]) and " : "";
    }

    /** As few as tell most: a text without one of them does not hold the part. */
    static String[] of(String part) {
        int[] characters = part.codePoints().toArray();
        int length = Math.min(LONGEST, characters.length);
        return length == 0
                ? new String[0]
                : IntStream.rangeClosed(0, characters.length - length)
                        .mapToObj(at -> new String(characters, at, length))
                        .distinct()
                        .toArray(String[]::new);
    }
}
