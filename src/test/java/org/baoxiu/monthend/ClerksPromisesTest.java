package org.baoxiu.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;
import static org.baoxiu.monthend.ToldSlip.promise;
import static org.baoxiu.monthend.ToldSlip.slip;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** It is 23 November 2026 when a test begins. */
@DomainTest
@DisplayName("客服人员本人的承诺")
class ClerksPromisesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Autowired
    private MonthEnd months;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName(
            "each clerk has the own promises, with what was missed of each kind; what nobody had taken on is customer service's alone")
    void missesOfClerks() {
        new SlipLoader(database)
                .load(List.of(
                        slip(1, "2026-10-10T08:00", "2026-10-10T12:00")
                                .with(promise(REGISTRATION, "2026-10-10T08:03", "2026-10-10T08:05", "clerk1"))
                                .with(promise(
                                        CommitmentKind.DEFERRAL_CALL, "2026-10-10T09:00", "2026-10-10T11:00", "clerk2"))
                                .with(promise(
                                        CommitmentKind.VERIFICATION, "2026-10-25T23:59", "2026-10-26T09:00", "clerk2"))
                                .with(promise(CommitmentKind.ONE_DAY, "2026-10-11T08:00", "2026-10-12T12:00", null))
                                .facts(),
                        slip(2, "2026-10-11T08:00", "2026-10-11T12:00")
                                .with(promise(REGISTRATION, "2026-10-11T08:03", "2026-10-11T08:01", "clerk1"))
                                .facts(),
                        slip(3, "2026-10-12T08:00", "2026-10-12T12:00")
                                .with(promise(REGISTRATION, "2026-10-12T08:03", "2026-10-12T09:01", null))
                                .facts()));

        List<List<Object>> expected = List.of(
                List.of("师傅 clerk1", 2L, 1L, new Rate(1, 2), 1L, 0L, 0L),
                List.of("师傅 clerk2", 2L, 2L, new Rate(0, 2), 0L, 1L, 1L));
        assertThat(lines("clerks")).isEqualTo(expected);
        assertThat(column("roles", 2)).isEqualTo(Map.of("客户服务中心", 5L));
        assertThat(lines("late"))
                .extracting(line -> line.get(3))
                .containsExactly("师傅 clerk1", "师傅 clerk2", "", "", "师傅 clerk2");
        months.freeze(OCTOBER, "case10");
        database.update("update commitment set clerk = 'clerk9'");
        assertThat(lines("clerks")).as("as it was when the month was frozen").isEqualTo(expected);
    }

    private Map<Object, Object> column(String report, int column) {
        return lines(report).stream()
                .collect(LinkedHashMap::new, (all, line) -> all.put(line.get(0), line.get(column)), Map::putAll);
    }

    private List<List<Object>> lines(String report) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(OCTOBER), Integer.MAX_VALUE, lines::add);
        return lines;
    }
}
