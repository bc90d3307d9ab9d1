package org.baoxiu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DomainTest
@DisplayName("单子很多时查单")
class SlipSearchOfManyTest {

    private static final int SLIPS = 4_000;
    private static final int ASKED = 21;

    @Autowired
    private ApplicationContext domain;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    private record Row(
            String number, String office, boolean ended, LocalDateTime openedAt, String said, String people) {

        boolean says(String needle) {
            return said.contains(needle) || people.contains(needle);
        }
    }

    /** With limits so small that it goes each of the three ways. */
    @Test
    @DisplayName("whichever way they are looked through, each reader finds what reading them one by one finds")
    void asOneByOne() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            ManySlips many = new ManySlips(domain, SLIPS);
            many.write();
            List<Row> all = oneByOne();
            assertThat(all).hasSizeGreaterThanOrEqualTo(SLIPS);
            SlipTextTable table = new SlipTextTable(database, 60, 40);

            many.readers().forEach((reader, scope) -> many.questions(scope).forEach((kind, question) -> {
                for (Reading reading : Reading.of(question.get())) {
                    assertThat(table.find(reading, true, scope, ASKED))
                            .as("%s asks for %s: %s", reader, kind, reading.needles())
                            .containsExactlyElementsOf(all.stream()
                                    .filter(row -> scope.covers(row.office())
                                            && reading.needles().stream().allMatch(row::says))
                                    .limit(ASKED)
                                    .map(Row::number)
                                    .toList());
                }
            }));
        });
    }

    private List<Row> oneByOne() {
        return database
                .query(
                        "select * from slip_text",
                        (row, line) -> new Row(
                                row.getString("slip_number"),
                                row.getString("office"),
                                row.getBoolean("ended"),
                                row.getObject("opened_at", LocalDateTime.class),
                                row.getString("said"),
                                row.getString("people")))
                .stream()
                .sorted(Comparator.comparing(Row::ended)
                        .thenComparing(Row::openedAt, Comparator.reverseOrder())
                        .thenComparing(Row::number, Comparator.reverseOrder()))
                .toList();
    }
}
