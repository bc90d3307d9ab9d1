package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.baoxiu.slip.SlipAt.NUMBER;
import static org.baoxiu.slip.SlipAt.TODAY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.baoxiu.shared.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("接报、登记、评估")
class SlipIntakeTest {

    @ParameterizedTest
    @CsvSource({"'',138,1 栋,漏水", "张三,' ',1 栋,漏水", "张三,138,,漏水", "张三,138,1 栋,''"})
    @Tag("S2")
    @DisplayName("no slip without name, contact, place and fault")
    void theFourFactsAreNeeded(String name, String phone, String place, String fault) {
        Report report = new Report("一号管理处", Channel.PHONE, Area.INSIDE, name, phone, place, fault, NINE);
        Refusal.of(() -> Slip.open(NUMBER, report, null, null, NINE, CLERK))
                .invalid()
                .says("报修人", "电话", "地点", "故障");
    }

    @Test
    @Tag("4.7.8")
    @DisplayName("a letter is entered later with its true time of receipt, to the millisecond")
    void trueTimeOfReceipt() {
        Instant yesterday = NINE.minusSeconds(86_400);
        Slip slip = Slip.open(NUMBER, reportedAt(yesterday.plusNanos(999_999)), null, null, NINE, CLERK);
        assertThat(slip.report().receivedAt()).isEqualTo(yesterday);
        assertThat(slip.intake().openedAt()).isEqualTo(NINE);
    }

    @Test
    @Tag("4.7.8")
    @DisplayName("nothing is received in the future")
    void receiptInTheFuture() {
        Refusal.of(() -> Slip.open(NUMBER, reportedAt(NINE.plusSeconds(1)), null, null, NINE, CLERK))
                .invalid()
                .says("收到时间", "不能晚于现在");
    }

    @Test
    @Tag("4.5.1")
    @Tag("4.5.2")
    @DisplayName("a clerk completes the own slip, engineering that of a public area; any other goes to the clerks")
    void whoCompletesTheSlip() {
        Person technician = new Person("tech1", Set.of("maintenance"));
        assertThat(Slip.open(NUMBER, SlipAt.report(Area.INSIDE), null, null, NINE, CLERK)
                        .intake()
                        .registrar())
                .isEqualTo("clerk1");
        assertThat(Slip.open(NUMBER, SlipAt.report(Area.PUBLIC), null, null, NINE, technician)
                        .intake()
                        .registrar())
                .isEqualTo("tech1");
        assertThat(Slip.open(NUMBER, SlipAt.report(Area.INSIDE), null, null, NINE, technician)
                        .intake()
                        .registrar())
                .isNull();
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("a slip is registered once")
    void registeredOnce() {
        Slip slip = SlipAt.registered(false);
        Refusal.of(() -> slip.registering()
                        .register(SlipStory.registration("PL-01", null, false, false, false, false, false, null), NINE))
                .invalid()
                .says(NUMBER, "已登记", "不能登记");
    }

    @Test
    @Tag("4.3.2")
    @DisplayName("the team is not notified of what is not registered")
    void notifiedAfterRegistration() {
        Refusal.of(() -> SlipAt.received().registering().notifyTeam(NINE))
                .invalid()
                .says("已接报");
    }

    @Test
    @Tag("4.7.5")
    @DisplayName("forced entry: nobody is notified before the written application is in")
    void forcedEntryWaitsForApplication() {
        Slip slip = SlipAt.registered(true);
        Refusal.of(() -> slip.registering().notifyTeam(NINE)).invalid().says(NUMBER, "书面申请");

        slip.registering().recordApplication(new EntryApplication("张三", "申请 12 号", TODAY), NINE);
        slip.registering().notifyTeam(NINE);
        assertThat(slip.state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @Tag("4.7.5")
    @DisplayName("an application is not dated tomorrow")
    void applicationDate() {
        Refusal.of(() -> SlipAt.registered(true)
                        .registering()
                        .recordApplication(new EntryApplication("张三", "申请 12 号", TODAY.plusDays(1)), NINE))
                .invalid()
                .says("日期");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an item that is urgent by nature makes the slip an emergency")
    void emergencyByNature() {
        Slip slip = SlipAt.registered(false);
        assertThat(slip.intake().emergency()).isFalse();
        slip.registering()
                .use(
                        new CatalogueItem(
                                "GA-01", "燃气泄漏处理", "gas", 1, BigDecimal.ZERO, true, true, "", "", null, false, true),
                        NINE);
        assertThat(slip.intake().emergency()).isTrue();
    }

    @Test
    @Tag("S3")
    @DisplayName("a listed item in daily class goes straight to dispatch, anything else is assessed")
    void whoIsAssessed() {
        assertThat(SlipAt.registered(false).assessmentNeeded()).isFalse();

        Slip important = SlipAt.registered(false);
        important.assessing().classify(SlipAt.IMPORTANT, SlipAt.NINE);
        assertThat(important.assessmentNeeded()).isTrue();

        Slip unlisted = SlipAt.registered(false);
        unlisted.registering()
                .use(
                        new CatalogueItem(
                                "OTHER-01",
                                "其他",
                                "general",
                                2,
                                BigDecimal.ZERO,
                                false,
                                false,
                                "",
                                "",
                                null,
                                false,
                                false),
                        NINE);
        assertThat(unlisted.assessmentNeeded()).isTrue();
    }

    @Test
    @Tag("Q2")
    @DisplayName("assessed hours replace the standard hours, and a new item does not bring the standard back")
    void assessedHours() {
        Slip slip = SlipAt.notified();
        assertThat(slip.diagnosis().estimatedHours()).isEqualTo(0.5);
        slip.assessing().assess(new Assessment("PL-01", "主管破裂", 6, false), true, true);
        slip.registering().use(SlipAt.listedItem(), NINE);
        assertThat(slip.diagnosis().estimatedHours()).isEqualTo(6);
        assertThat(slip.diagnosis().assessedCause()).isEqualTo("主管破裂");
        assertThat(slip.severity().lossOrInjury()).isTrue();
        assertThat(slip.diagnosis().surveyNeeded()).isTrue();
    }

    @Test
    @Tag("4.2.1.2")
    @DisplayName("a loss known at registration is not lost by an assessment without one")
    void lossStays() {
        Slip slip = SlipAt.received();
        slip.registering()
                .register(SlipStory.registration("PL-01", null, false, false, true, false, false, null), NINE);
        slip.registering().use(SlipAt.listedItem(), NINE);
        slip.registering().notifyTeam(NINE);
        slip.assessing().assess(new Assessment("PL-01", "主管破裂", 1, false), false, false);
        assertThat(slip.severity().lossOrInjury()).isTrue();
    }

    private static Report reportedAt(Instant time) {
        return new Report("一号管理处", Channel.LETTER, Area.INSIDE, "张三", "13800000000", "1 栋 101", "水管漏水", time);
    }
}
