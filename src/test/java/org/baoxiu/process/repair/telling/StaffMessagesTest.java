package org.baoxiu.process.repair.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baoxiu.calendar.Holidays;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.calendar.SpecialDay;
import org.baoxiu.calendar.WeeklyHours;
import org.baoxiu.calendar.WorkingPeriod;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.process.form.Field;
import org.baoxiu.slip.Signatory;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who of the office is told what, as the procedure goes; what they did themselves is no news to them. */
@ProcedureTest
@DisplayName("告知同事的消息")
@Tag("found:B2")
class StaffMessagesTest {

    private static final List<String> STAFF =
            List.of("clerk1", "clerk2", "clerklead", "tech1", "tech2", "supervisor", "director");

    @Autowired
    private Office office;

    @Autowired
    private Messages messages;

    @Autowired
    private OwnerSteps owner;

    @Autowired
    private StaffNews news;

    @Autowired
    private Fees fees;

    @Autowired
    private Clock clock;

    private final Map<String, Long> seen = new TreeMap<>();

    @BeforeEach
    void mondayMorning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    @Tag("S1")
    @Tag("4.3.2")
    @Tag("4.3.3")
    @DisplayName("a slip on its way to the technician: the clerks, then whoever may do it, then whoever has to")
    void toTheTechnician() {
        RepairCase repair = office.message("RepairReported", with(leakingTap(), "channel", "web"));
        news(repair, "clerk1: registerRequest", "clerk2: registerRequest");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        news(repair, "tech1: newSlip");
        repair.does("supervisor", PICK_UP_SLIP, assignedTo("tech1"));
        news(repair, "tech1: assigned");
        repair.does("tech1", VISIT_SITE, returned());
        news(repair, "supervisor: returned");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an emergency: the supervisor at the same moment as the team")
    void emergency() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", true));
        news(repair, "tech1: newSlip", "supervisor: newSlip");
        assertThat(newest("supervisor", repair).subject()).startsWith("【紧急】新报修 " + repair.number());
    }

    @Test
    @Tag("4.1")
    @Tag("4.2.1.1")
    @DisplayName("the owner urges, complains and cancels while the technician is on the way")
    void ownerCalls() {
        RepairCase repair = pickedUpTap();
        repair.ownerCalls("urge");
        news(repair, "tech1: urged");
        assertThat(newest("tech1", repair).text())
                .startsWith("业主催办：等了很久。" + repair.number() + "（一号管理处 3 栋 502），厨房水龙头漏水，日常维修，");
        repair.ownerCalls("add");
        news(repair, "tech1: faultAdded");
        assertThat(newest("tech1", repair).text()).startsWith("业主补充情况：等了很久。");
        repair.ownerCalls("complain");
        news(repair, "clerklead: complained", "supervisor: complained");
        repair.ownerCalls("cancel");
        news(repair, "tech1: withdrawn");
        assertThat(newest("tech1", repair).text()).startsWith("业主已取消，不用再去：等了很久。");
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    @Tag("4.3.6")
    @Tag("3.5")
    @DisplayName("what the owner answers on the page reaches the technician; the result reaches the clerks")
    void ownersAnswers() {
        RepairCase repair = pickedUpTap().does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, quoted());
        news(repair);
        owner.decline(repair.number(), quote(repair), true, "太贵了");
        news(repair, "tech1: anotherQuote");
        assertThat(newest("tech1", repair).text()).startsWith("业主要求重新报价：太贵了。");
        repair.does("tech1", QUOTE_REPAIR, quoted());
        owner.agree(repair.number(), quote(repair), new Signatory("张三", false), false);
        news(repair, "tech1: consentGiven");
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.reject(repair.number(), 0, "还在滴水");
        news(repair, "tech1: acceptanceRefused", "supervisor: acceptanceRefused");
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.accept(repair.number(), 1, new Signatory("张三", false), true, true);
        news(repair, "tech1: accepted");
        repair.does("tech1", REPORT_RESULT, reported());
        news(repair, "clerk1: reviewFee", "clerk2: reviewFee", "clerklead: reviewFee");
        repair.does("clerk1", REVIEW_FEE, feeApproved());
        news(repair, "clerk2: callBackOwner");
        repair.does("clerk2", CALL_BACK_OWNER, notFixed());
        news(repair, "tech1: notFixed", "supervisor: notFixed");
    }

    @Test
    @Tag("4.6.4")
    @Tag("4.7.4")
    @Tag("3.3")
    @DisplayName("help, deferral and the time that was promised")
    void ways() {
        RepairCase repair = pickedUpTap()
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        news(repair, "supervisor: supportRepair");
        assertThat(newest("supervisor", repair).text()).startsWith("水电工请求技术支援：阀体也坏了。" + repair.number());
        repair.does("supervisor", SUPPORT_REPAIR, supported());
        news(repair, "tech1: supportGiven");
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        news(repair, "clerk1: agreeDeferral", "clerk2: agreeDeferral");
        assertThat(newest("clerk1", repair).text()).startsWith("维修班暂缓维修，请打电话告知业主原因并约定时间：阀体也坏了。");
        repair.does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(2))));
        news(repair, "tech1: deferralAgreed");
        office.timePasses(Duration.ofHours(2));
        repair.dueTimersFire();
        assertThat(since(repair)).contains("tech1: carryOutRepair");
    }

    @Test
    @Tag("4.4.1")
    @Tag("4.2.1.2")
    @DisplayName("an accident: the director, the head of customer service, the supervisor and the team, each once")
    void accident() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        since(repair);
        repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "lossOrInjury", true));
        assertThat(since(repair))
                .contains("clerklead: accidentDeclared", "director: accidentDeclared", "supervisor: accidentDeclared")
                .doesNotContain("clerklead: reportAccident");
    }

    @Test
    @DisplayName("a process owner changes who is told in the table alone")
    void tableAlone() throws Exception {
        String table = Files.readString(Path.of("processes", "notification.dmn"));
        String cell = table.substring(table.indexOf("OutputEntry_ToldUrged_Recipients"))
                .replaceFirst("(?s).*?<text>(.*?)</text>.*", "$1");
        String deployment = office.deploys(
                "notification.dmn",
                table.replaceFirst(
                        "(?s)(OutputEntry_ToldUrged_Recipients\">\\s*<text>)" + cell, "$1\"holder,director\""));
        try {
            RepairCase repair = pickedUpTap();
            repair.ownerCalls("urge");
            news(repair, "tech1: urged", "director: urged");
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("found:B6")
    @DisplayName(
            "holidays that nobody has confirmed: from November on a message a month, however often it is morning and on however many nodes")
    void holidays() {
        ServiceCalendar calendar = new ServiceCalendar(
                ZoneId.of("Asia/Shanghai"),
                WeeklyHours.mondayToFriday(new WorkingPeriod(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                new Holidays(Map.of(LocalDate.of(2093, 1, 1), new SpecialDay(false, "元旦")), Set.of(2093)));
        HolidayReminder reminder = new HolidayReminder(calendar, news, clock);
        office.timeIs("2093-10-31T08:30:00+08:00");
        reminder.remind();
        assertThat(ofHolidays()).isEmpty();
        for (String morning : List.of("2093-11-01", "2093-11-01", "2093-11-02", "2093-12-01", "2093-12-31")) {
            office.timeIs(morning + "T08:30:00+08:00");
            reminder.remind();
        }
        assertThat(ofHolidays())
                .hasSize(2)
                .first()
                .extracting(Message::text)
                .asString()
                .startsWith("2094 年的节假日安排还没有确认");
    }

    private List<Message> ofHolidays() {
        return messages.of("clerklead").stream()
                .filter(message -> message.event() == Event.HOLIDAYS_MISSING)
                .filter(message -> message.eventKey().contains("2094"))
                .toList();
    }

    private RepairCase pickedUpTap() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        since(repair);
        return repair;
    }

    /** What everybody has been told about the slip since this was last asked. */
    private List<String> since(RepairCase repair) {
        return STAFF.stream()
                .flatMap(person -> {
                    String key = repair.number() + person;
                    long last = seen.getOrDefault(key, 0L);
                    List<Message> fresh = about(person, repair).stream()
                            .filter(message -> message.id() > last)
                            .toList();
                    fresh.stream().mapToLong(Message::id).max().ifPresent(id -> seen.put(key, id));
                    return fresh.stream().map(message -> person + ": " + Field.code(message.event()));
                })
                .toList();
    }

    private void news(RepairCase repair, String... expected) {
        assertThat(since(repair)).containsExactlyInAnyOrder(expected);
    }

    private Message newest(String person, RepairCase repair) {
        return about(person, repair).get(0);
    }

    private List<Message> about(String person, RepairCase repair) {
        return messages.of(person).stream()
                .filter(message -> repair.number().equals(message.slipNumber()))
                .toList();
    }

    private long quote(RepairCase repair) {
        return fees.latestQuote(repair.number()).orElseThrow().id();
    }
}
