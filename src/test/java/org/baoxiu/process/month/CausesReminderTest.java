package org.baoxiu.process.month;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.monthend.Causes;
import org.baoxiu.monthend.Causes.Cause;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Morning;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The supervisor hears in time that causes of the month wait for a signature. Months follow one another, whatever test is next. */
@ProcedureTest
@Tag("4.7.7")
@DisplayName("提醒原因处置签字")
class CausesReminderTest {

    private static final Person SUPERVISOR = new Person("supervisor", Set.of(Groups.ENGINEERING_SUPERVISOR));
    private static final String OF_ONE_OFFICE = "onlyhere";

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    Causes causes;

    @Autowired
    Messages messages;

    @Autowired
    OfficeRegister register;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEventPublisher listeners;

    private MonthCase month;

    @BeforeEach
    void aCauseIsFound() {
        month = MonthCase.next(office, engine, months);
        office.timeIs(at(20, LocalTime.of(9, 0)));
        TapRepair.closed(office);
    }

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    private Instant at(int day, LocalTime time) {
        LocalDate date = day == 0 ? month.month().atEndOfMonth() : month.month().atDay(day);
        return date.atTime(time).atZone(ZoneId.systemDefault()).toInstant();
    }

    /** @param day 0 for the last of the month */
    private void morningOf(int day) {
        office.timeIs(at(day, LocalTime.of(8, 0)));
        listeners.publishEvent(new Morning());
    }

    private List<Message> told(String person) {
        return messages.of(person).stream()
                .filter(message -> message.event() == Event.CAUSES_UNSIGNED)
                .filter(message -> message.eventKey().startsWith("causes-" + month.month()))
                .toList();
    }

    private void everythingIsSigned() {
        causes.sign(
                month.month(),
                causes.of(month.month()).stream().collect(toMap(Cause::key, cause -> "检查了全楼")),
                SUPERVISOR);
    }

    @Test
    void onceFromThe25thOnAndOnceOnTheLastDay() {
        morningOf(24);
        assertThat(told("supervisor")).isEmpty();

        morningOf(25);
        morningOf(25);
        long open = causes.unsigned(month.month());
        assertThat(told("supervisor")).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo(Times.month(month.month()) + "还有 " + open + " 项原因没有签处置");
            assertThat(message.text()).contains(Times.minute(month.end()) + " 以前写好签字");
            assertThat(message.page()).isEqualTo("/months/" + month.month() + "/causes");
        });
        for (String other : List.of("director", "clerklead", "clerk1", "tech1")) {
            assertThat(told(other)).as(other).isEmpty();
        }

        morningOf(26);
        assertThat(told("supervisor")).as("not every day").hasSize(1);
        morningOf(0);
        morningOf(0);
        assertThat(told("supervisor")).as("once more before it is too late").hasSize(2);

        office.timeIs(month.end().plusSeconds(300));
        month.timerFires();
        assertThat(inTheCheck())
                .contains("冻结时没有签处置的原因：**" + recounted() + " 项**", "](</months/" + month.month() + "/causes>)");
    }

    @Test
    void nobodyWhenEverythingIsSigned() {
        everythingIsSigned();

        morningOf(25);
        morningOf(0);
        assertThat(told("supervisor")).isEmpty();

        office.timeIs(month.end().plusSeconds(300));
        month.timerFires();
        assertThat(recounted()).isZero();
        assertThat(inTheCheck()).doesNotContain("没有签处置");
    }

    @Test
    @DisplayName("who belongs to an office cannot open the months, and hears nothing of them")
    void ofOneOffice() {
        String group = OfficeGroups.of(register.all().get(0).id());
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(OF_ONE_OFFICE));
        office.joins(OF_ONE_OFFICE, Groups.ENGINEERING_SUPERVISOR);
        office.joins(OF_ONE_OFFICE, group);
        try {
            morningOf(25);
            assertThat(told(OF_ONE_OFFICE)).isEmpty();
            assertThat(told("supervisor")).hasSize(1);
        } finally {
            engine.getIdentityService().deleteUser(OF_ONE_OFFICE);
        }
        everythingIsSigned();
        office.timeIs(month.end().plusSeconds(300));
        month.timerFires();
    }

    @Test
    @DisplayName("where all supervisors belong to offices nobody can sign, and the directors are told")
    void allOfOffices() {
        String group = OfficeGroups.of(register.all().get(0).id());
        office.joins("supervisor", group);
        try {
            morningOf(25);
            assertThat(told("supervisor")).isEmpty();
            assertThat(told("director")).hasSize(1);
        } finally {
            office.leaves("supervisor", group);
        }
        everythingIsSigned();
        office.timeIs(month.end().plusSeconds(300));
        month.timerFires();
    }

    @Test
    @DisplayName("a table of before has no row for it: nobody is told, and nothing fails")
    void aFormerTable() {
        String former = office.finds(Map.of("notification.dmn", withoutTheEvent()));
        try {
            morningOf(25);
            assertThat(told("supervisor")).isEmpty();
        } finally {
            office.withdraws(former);
        }
        everythingIsSigned();
        office.timeIs(month.end().plusSeconds(300));
        month.timerFires();
    }

    private static String withoutTheEvent() {
        DmnModelInstance table =
                Dmn.readModelFromFile(Path.of("processes", "notification.dmn").toFile());
        List<Rule> rules = table.getModelElementsByType(Rule.class).stream()
                .filter(rule -> rule.getInputEntries().stream()
                        .anyMatch(cell -> cell.getTextContent().contains(Event.CAUSES_UNSIGNED.label())))
                .toList();
        assertThat(rules).as("one says who is told, one what").hasSize(2);
        rules.forEach(rule -> rule.getParentElement().removeChildElement(rule));
        return Dmn.convertToString(table).replace("\"" + Event.CAUSES_UNSIGNED.label() + "\",", "");
    }

    /** What whoever checks the month reads. */
    private String inTheCheck() {
        return (String) engine.getRuntimeService().getVariable(month.instance(), "monthText");
    }

    private long recounted() {
        return database.sql("select count(*) from month_cause where period = :month and signed_by is null")
                .param("month", month.month().toString())
                .query(Long.class)
                .single();
    }
}
