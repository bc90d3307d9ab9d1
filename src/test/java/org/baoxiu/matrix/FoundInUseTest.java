package org.baoxiu.matrix;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row by row: which tests hold a fault mended that was found in use. Written to {@code target/found-in-use.md}. */
@DisplayName("使用中发现的问题")
class FoundInUseTest {

    private static final Path MATRIX = Path.of("target", "found-in-use.md");
    private static final List<FoundInUse> ROWS = FoundInUse.all();
    private static final List<TestCitations.Citation> TESTS =
            TestCitations.tagged(tag -> tag.startsWith(FoundInUse.TAG));

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(
                MATRIX,
                ROWS.stream()
                        .map(FoundInUseTest::line)
                        .collect(joining(
                                "\n",
                                """
        # Found in use

        | row | holds | state | tests |
        |---|---|---|---|
        """,
                                "\n")));
    }

    private static String line(FoundInUse row) {
        return "| "
                + String.join(
                        " | ",
                        row.row(),
                        row.holds(),
                        row.state().name().toLowerCase() + (row.with().isEmpty() ? "" : " to " + row.with()),
                        tests(row))
                + " |";
    }

    private static String tests(FoundInUse row) {
        return TESTS.stream()
                .filter(citation -> citation.clause().equals(FoundInUse.TAG + row.row()))
                .map(TestCitations.Citation::test)
                .sorted()
                .collect(joining("<br>"));
    }

    @Test
    void everyRowHasATestUnlessItIsOpen() {
        assertThat(ROWS)
                .isNotEmpty()
                .filteredOn(row ->
                        row.state() != FoundInUse.State.OPEN && tests(row).isEmpty())
                .as("rows that no test is tagged with")
                .isEmpty();
    }

    /** Of the others nothing is left for later; a row that is moved says where it is completed. */
    @Test
    void onlyWhatTheDeskCompletesIsMoved() {
        assertThat(ROWS)
                .filteredOn(row -> row.state() == FoundInUse.State.MOVED)
                .extracting(row -> row.row() + " " + row.with())
                .isSubsetOf("A9 the desk", "C5 the desk");
        assertThat(ROWS)
                .filteredOn(row -> row.state() != FoundInUse.State.MOVED)
                .allSatisfy(row -> assertThat(row.with()).isEmpty());
    }

    @Test
    void testsAreTaggedWithRowsThatExist() {
        assertThat(TESTS)
                .extracting(TestCitations.Citation::clause)
                .isSubsetOf(ROWS.stream().map(row -> FoundInUse.TAG + row.row()).toList());
    }
}
