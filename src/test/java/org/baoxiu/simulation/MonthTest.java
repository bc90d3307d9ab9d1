package org.baoxiu.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.fee.Fees;
import org.baoxiu.simulation.Tally.Outcome;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A month of the office in a few minutes. The build lives the same quiet month every time; a busy one, or another one, with
 * {@code mvn test-compile surefire:test@default-test -Dtest=MonthTest -Dbaoxiu.month.seed=7 -Dbaoxiu.month.requests=2000}.
 */
@ProcedureTest
@DisplayName("一个月的维修单，每个时限不是按时兑现就是超时，与引擎记录的重新计数一致")
@Tag("long")
class MonthTest {

    private static final int REQUESTS = Integer.getInteger("baoxiu.month.requests", 100);
    private static final long SEED = Long.getLong("baoxiu.month.seed", 20_260_901L);
    private static final Instant START =
            OffsetDateTime.parse("2026-09-01T00:00:00+08:00").toInstant();
    private static final List<String> CLERKS = List.of("monthclerk1", "monthclerk2", "monthclerk3");
    private static final List<String> TECHNICIANS = List.of("monthtech1", "monthtech2", "monthtech3", "monthtech4");

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Commitments commitments;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Evidence evidence;

    @Autowired
    Fees fees;

    @Autowired
    Contractors contractors;

    @BeforeEach
    void moreHandsForAMonth() {
        office.timeIs(START);
        contractors.register("示例消防公司", "0755-00000119", Qualification.FIRE_SAFETY, "消-1", LocalDate.of(2099, 12, 31));
        CLERKS.forEach(clerk -> joins(clerk, Stream.of("customerService")));
        for (String technician : TECHNICIANS) {
            joins(
                    technician,
                    Stream.concat(
                            Stream.of("maintenance"),
                            Arrays.stream(Qualification.values())
                                    .map(Qualification::group)
                                    .filter(group -> group.startsWith("skill"))));
            for (Qualification qualification : Qualification.values()) {
                dispatch.recordQualification(
                        technician, qualification, "月-" + qualification.code(), LocalDate.of(2099, 12, 31));
            }
        }
    }

    private void joins(String person, Stream<String> groups) {
        IdentityService identity = engine.getIdentityService();
        identity.saveUser(identity.newUser(person));
        groups.forEach(group -> identity.createMembership(person, group));
    }

    @AfterEach
    void monthIsOver() {
        Stream.concat(CLERKS.stream(), TECHNICIANS.stream()).forEach(engine.getIdentityService()::deleteUser);
        ClockUtil.reset();
    }

    @Test
    @Tag("4.6.1a")
    @Tag("4.6.1b")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("4.6.4")
    @Tag("5.1")
    @Tag("5.2")
    @Tag("5.3a")
    @Tag("5.3b")
    @Tag("Q1")
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    @DisplayName("全部办结，没有未了的时限，兑现数和超时数与重新计数相同")
    void everyClockOfTheMonthIsMetOrMissed() {
        Month month = new Month(office, engine, dispatch, fees, contractors, SEED);
        List<RepairCase> cases = month.run(REQUESTS, START, 30);
        List<Outcome> kept = new ArrayList<>();
        List<Outcome> recounted = new ArrayList<>();
        for (RepairCase one : cases) {
            assertThat(one.ended()).as("%s has ended", one.number()).isTrue();
            assertThat(evidence.of(one.number()).findings())
                    .as("what is not as it was written")
                    .isEmpty();
            List<Commitment> clocks = commitments.of(one.number());
            assertThat(clocks).as("clocks of %s", one.number()).isNotEmpty().allSatisfy(clock -> {
                assertThat(clock.endedAt()).as(clock.kind().name()).isNotNull();
                assertThat(clock.missed() || !clock.endedAt().isAfter(clock.dueAt()))
                        .as("%s kept or missed", clock.kind())
                        .isTrue();
            });
            List<Outcome> ofCase = clocks.stream()
                    .map(clock -> new Outcome(clock.kind().name(), clock.missed()))
                    .toList();
            List<Outcome> again = Recount.of(new CaseHistory(engine.getHistoryService(), one.instance()));
            kept.addAll(ofCase);
            recounted.addAll(again);
        }
        assertThat(Tally.of(kept)).isEqualTo(Tally.of(recounted));
    }
}
