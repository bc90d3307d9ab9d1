package org.baoxiu.matrix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Clause by clause: which elements of the models do it and which tests show it. Written to {@code target/clause-matrix.md};
 * the build fails when either is missing, or when a model or a test cites a clause that does not exist.
 */
@DisplayName("条款对照表")
class ClauseMatrixTest {

    private static final Path MATRIX = Path.of("target", "clause-matrix.md");
    /** A table in which every line cites the same clause is named once. */
    private static final int NAMED_EACH = 12;

    private static final List<Clause> CLAUSES = Clause.all();
    private static final List<ModelCitations.Citation> ELEMENTS = ModelCitations.all();
    private static final List<TestCitations.Citation> TESTS = TestCitations.all();

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(
                MATRIX,
                CLAUSES.stream()
                        .map(ClauseMatrixTest::row)
                        .collect(joining(
                                "\n",
                                """
        # 条款对照表

        由构建生成：每一条款由模型的哪些元素实现，由哪些测试验证。

        | 条款 | 内容 | 模型元素 | 测试 |
        |---|---|---|---|
        """,
                                "\n")));
    }

    private static String row(Clause clause) {
        return "| " + String.join(" | ", clause.number(), clause.text(), elements(clause), tests(clause)) + " |";
    }

    private static String elements(Clause clause) {
        return ELEMENTS.stream()
                .filter(citation -> citation.clause().equals(clause.number()))
                .collect(groupingBy(
                        ModelCitations.Citation::model,
                        TreeMap::new,
                        mapping(ModelCitations.Citation::element, toList())))
                .entrySet()
                .stream()
                .map(model -> "**" + model.getKey() + "** "
                        + (model.getValue().size() > NAMED_EACH
                                ? model.getValue().size() + " 处"
                                : String.join("，", model.getValue())))
                .collect(joining("<br>"));
    }

    private static String tests(Clause clause) {
        return TESTS.stream()
                .filter(citation -> citation.clause().equals(clause.number()))
                .map(TestCitations.Citation::test)
                .sorted()
                .collect(joining("<br>"));
    }

    @Test
    void modelsCiteClausesThatExist() {
        assertThat(ELEMENTS)
                .isNotEmpty()
                .filteredOn(citation -> !exists(citation.clause()))
                .isEmpty();
    }

    @Test
    void testsCiteClausesThatExist() {
        assertThat(TESTS)
                .isNotEmpty()
                .filteredOn(citation -> !exists(citation.clause()))
                .isEmpty();
    }

    @Test
    void everyClauseHasAnElement() {
        assertThat(CLAUSES)
                .filteredOn(clause -> elements(clause).isEmpty())
                .as("clauses that no element of a model cites")
                .isEmpty();
    }

    @Test
    void everyClauseHasATest() {
        assertThat(CLAUSES)
                .filteredOn(clause -> tests(clause).isEmpty())
                .as("clauses that no test is tagged with")
                .isEmpty();
    }

    private static boolean exists(String number) {
        return CLAUSES.stream().anyMatch(clause -> clause.number().equals(number));
    }
}
