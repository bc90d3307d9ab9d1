package org.baoxiu.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.baoxiu.monthend.ToldSlip.number;
import static org.baoxiu.monthend.ToldSlip.slip;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.monthend.Causes.Cause;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** It is 23 November 2026 when a test begins. */
@DomainTest
@Tag("4.7.7")
@DisplayName("原因和处置：主管每月签字")
class MonthCausesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Person SUPERVISOR = new Person("supervisor", Set.of("engineeringSupervisor"));

    @Autowired
    private MonthEnd months;

    @Autowired
    private Causes causes;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    /** The same cause twice at one item of one building, once at another building. */
    @BeforeEach
    void threeRepairsOfOctober() {
        clock.restart();
        new SlipLoader(database)
                .load(Stream.of(
                                slip(1, "2026-10-05T09:00", "2026-10-05T12:00").in("一号管理处", "3 栋 101"),
                                slip(2, "2026-10-12T09:00", "2026-10-12T12:00").in("一号管理处", "3 栋 101"),
                                slip(3, "2026-10-20T09:00", "2026-10-20T12:00").in("一号管理处", "5 栋 201"))
                        .map(ToldSlip::facts)
                        .toList());
    }

    private int signs(String building, String done) {
        clock.advance(Duration.ofMinutes(1));
        return causes.sign(OCTOBER, Map.of(cause(building).key(), done), SUPERVISOR);
    }

    private Cause cause(String building) {
        return causes.of(OCTOBER).stream()
                .filter(one -> one.building().equals(building))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSignedIsInTheMonthWithWhoAndWhen() {
        assertThat(causes.of(OCTOBER))
                .extracting(Cause::building, Cause::cause, Cause::slips, Cause::reworks, Cause::done)
                .containsExactly(tuple("3栋", "垫圈老化", 2L, 1L, null), tuple("5栋", "垫圈老化", 1L, 0L, null));

        assertThat(signs("3栋", "统一换成陶瓷阀芯")).isEqualTo(1);
        assertThat(signs("3栋", "已全部换成陶瓷阀芯")).isEqualTo(1);

        for (boolean frozen : new boolean[] {false, true}) {
            if (frozen) {
                months.freeze(OCTOBER, "case10");
            }
            assertThat(lines("causes", OCTOBER))
                    .as("frozen: %s", frozen)
                    .extracting(line -> line.subList(1, 8))
                    .containsExactly(
                            List.of("3栋", "更换水龙头", "垫圈老化", 2L, 1L, "已全部换成陶瓷阀芯", "师傅 supervisor"),
                            List.of("5栋", "更换水龙头", "垫圈老化", 1L, 0L, "", ""));
            assertThat(lines("overview", OCTOBER))
                    .anySatisfy(line -> assertThat(line).startsWith("签了处置的原因", new Rate(1, 2), "100%"));
        }
        assertThat(causes.of(OCTOBER))
                .as("those without a signature first")
                .extracting(Cause::building)
                .containsExactly("5栋", "3栋");
        assertThat(database.queryForObject("select count(*) from cause_measure", Integer.class))
                .as("what was signed before is on record")
                .isEqualTo(2);
    }

    @Test
    void whatIsSignedAfterTheFreezingIsACorrectionOfTheNextMonth() {
        signs("3栋", "统一换成陶瓷阀芯");
        months.freeze(OCTOBER, "case10");
        List<List<Object>> october = lines("causes", OCTOBER);
        signs("5栋", "检查了全楼");
        clock.advance(Duration.ofMinutes(1));

        assertThat(lines("causes", OCTOBER)).isEqualTo(october);
        assertThat(cause("5栋").done()).as("on the page where it is signed").isEqualTo("检查了全楼");
        assertThat(lines("corrections", NOVEMBER)).singleElement().satisfies(line -> assertThat(line)
                .containsExactly("", "补签原因处置（2026-10）", line.get(2), null, "垫圈老化：检查了全楼"));
        assertThat(lines("causes", NOVEMBER)).isEmpty();
    }

    @Test
    void howManyWaitIsKnownOfTheMonthThatIsFrozenNext() {
        assertThat(causes.toSign().month()).isEqualTo(OCTOBER);
        assertThat(causes.toSign().number()).isEqualTo(2);
        assertThat(causes.toSign().monthIsOver()).isTrue();
        signs("3栋", "统一换成陶瓷阀芯");
        signs("3栋", "已全部换成陶瓷阀芯");
        assertThat(causes.toSign().number()).isEqualTo(1);
        assertThat(causes.toSign().pressing()).isTrue();

        months.freeze(OCTOBER, "case10");
        assertThat(causes.unsigned(OCTOBER)).isEqualTo(1);
        assertThat(causes.toSign().month()).isEqualTo(NOVEMBER);
        assertThat(causes.toSign().number()).isZero();
        signs("5栋", "检查了全楼");
        assertThat(causes.unsigned(OCTOBER))
                .as("what was signed too late is signed")
                .isZero();

        new SlipLoader(database)
                .load(Stream.of(slip(4, "2026-10-05T09:00", "2026-10-05T12:00").in("一号管理处", "9 栋 101"))
                        .map(ToldSlip::facts)
                        .toList());
        assertThat(causes.toSign().number())
                .as("found on a slip of October that was written down after the freezing")
                .isEqualTo(1);
        assertThat(causes.toSign().pressing()).as("on the 23rd").isFalse();
    }

    @Test
    void onlyTheSupervisorSigns() {
        String key = cause("3栋").key();
        for (String group : List.of("customerServiceLead", "director", "maintenance", "generalAffairs")) {
            refused(key, "换了", new Person("x", Set.of(group))).forbidden().says("工程部主管");
        }
        refused(key, " \u200B", SUPERVISOR).invalid().says("没有新写的处置");
        refused(key, "换".repeat(501), SUPERVISOR).invalid().says("超过 500 个字");
        refused("another", "换了", SUPERVISOR).invalid().says("没有新写的处置");
        assertThat(database.queryForObject("select count(*) from cause_measure", Integer.class))
                .isZero();
    }

    private Refusal refused(String key, String done, Person by) {
        return Refusal.of(() -> causes.sign(OCTOBER, Map.of(key, done), by));
    }

    @Test
    @Tag("4.3.3")
    void theNextRepairThereIsToldWhy() {
        database.update("update slip set work_done = '换垫圈' where number = ?", number(2));
        signs("3栋", "统一换成陶瓷阀芯");
        new SlipLoader(database)
                .load(Stream.of(
                                slip(4, "2026-11-05T09:00", null).in("一号管理处", "3 栋 101"),
                                slip(5, "2026-11-05T09:00", null).in("二号管理处", "3 栋 101"))
                        .map(ToldSlip::facts)
                        .toList());

        assertThat(causes.before(number(4)))
                .extracting(Causes.Former::cause, Causes.Former::workDone)
                .containsExactly(tuple("垫圈老化", "换垫圈"), tuple("垫圈老化", null));
        assertThat(causes.signedFor(number(4))).extracting(Causes.Measure::done).containsExactly("统一换成陶瓷阀芯");
        assertThat(causes.before(number(5))).as("of another office").isEmpty();
        assertThat(causes.signedFor(number(5))).isEmpty();
    }

    private List<List<Object>> lines(String report, YearMonth month) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(month), Integer.MAX_VALUE, lines::add);
        return lines;
    }
}
