package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.SUPERVISOR;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.technician;
import static org.baoxiu.slip.SlipStory.unlisted;

import java.time.Duration;
import java.time.LocalDate;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.baoxiu.slip.WorkOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("派单和上门")
class DispatchTest {

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private LocalDate today;

    @BeforeEach
    void plumbersAndACarpenter() {
        clock.restart();
        today = clock.today();
        dispatch.recordQualification("plumber1", Qualification.PLUMBING, "S-1", today.plusYears(1));
        dispatch.recordQualification("plumber2", Qualification.PLUMBING, "S-2", today.plusYears(1));
        dispatch.recordQualification("carpenter", Qualification.CARPENTRY, "M-1", today.plusYears(1));
    }

    @Test
    @Tag("Q3")
    @DisplayName("without the qualification nobody picks up a slip; the refusal names what is missing")
    void unqualified() {
        String slip = leak();
        Refusal.of(() -> dispatch.pickUp(slip, null, true, technician("carpenter")))
                .forbidden()
                .says(slip, "师傅 carpenter 没有登记水暖资质");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @Tag("Q3")
    @DisplayName("a certificate counts on its last day and no longer on the day after")
    void expiry() {
        String slip = leak();
        dispatch.recordQualification("plumber1", Qualification.PLUMBING, "S-1", today);
        dispatch.checkQualified(slip, "plumber1");

        clock.advance(Duration.ofDays(1));
        Refusal.of(() -> dispatch.checkQualified(slip, "plumber1"))
                .forbidden()
                .says(slip, "水暖", today.toString(), "到期");
        assertThat(dispatch.candidates(slip)).extracting(Candidate::technician).containsExactly("plumber2");
    }

    @Test
    @Tag("Q3")
    @DisplayName("a renewed certificate replaces the expired one")
    void renewal() {
        dispatch.recordQualification("plumber1", Qualification.PLUMBING, "S-1", today.minusDays(1));
        String slip = leak();
        Refusal.of(() -> dispatch.checkQualified(slip, "plumber1")).forbidden();
        dispatch.recordQualification("plumber1", Qualification.PLUMBING, "S-1-新", today.plusYears(3));
        dispatch.checkQualified(slip, "plumber1");
    }

    @Test
    @Tag("Q3")
    @DisplayName("who has left the team is no longer offered a slip nor given one, however long the certificate lasts")
    void leavers() {
        dispatch.recordQualification("left1", Qualification.PLUMBING, "S-3", today.plusYears(1));
        String slip = leak();
        assertThat(dispatch.candidates(slip)).extracting(Candidate::technician).containsExactly("plumber1", "plumber2");
        Refusal.of(() -> dispatch.checkQualified(slip, "left1")).forbidden().says(slip, "师傅 left1", "不在维修班");
    }

    @Test
    @Tag("Q3")
    @DisplayName("a certificate has a number, a holder and a date")
    void incompleteCertificate() {
        Refusal.of(() -> dispatch.recordQualification("plumber1", Qualification.PLUMBING, " ", today))
                .invalid()
                .says("证书编号");
        Refusal.of(() -> dispatch.recordQualification("", Qualification.PLUMBING, "S-9", today))
                .invalid();
        Refusal.of(() -> dispatch.recordQualification("plumber1", Qualification.PLUMBING, "S-9", null))
                .invalid()
                .says("有效期");
    }

    @Test
    @Tag("Q3")
    @DisplayName("general work suits whoever has any certificate that has not expired, once")
    void generalWork() {
        String slip = SlipStory.notified(slips, Area.INSIDE, unlisted(), clock);
        dispatch.recordQualification("plumber1", Qualification.ELECTRICAL, "D-1", today.plusYears(1));
        dispatch.recordQualification("plumber2", Qualification.PLUMBING, "S-2", today.minusDays(1));
        assertThat(dispatch.candidates(slip))
                .extracting(Candidate::technician)
                .containsExactly("carpenter", "plumber1");
        dispatch.checkQualified(slip, "carpenter");
        Refusal.of(() -> dispatch.checkQualified(slip, "plumber2")).forbidden().says("水暖", "到期");
        Refusal.of(() -> dispatch.checkQualified(slip, "newcomer")).forbidden().says("没有登记综合资质");
    }

    @Test
    @Tag("S4")
    @DisplayName("who has the fewest slips in hand comes first, then the login name decides")
    void loadOrder() {
        assertThat(dispatch.candidates(leak())).containsExactly(candidate("plumber1", 0), candidate("plumber2", 0));

        String first = leak();
        dispatch.pickUp(first, null, true, technician("plumber1"));
        assertThat(dispatch.candidates(leak())).containsExactly(candidate("plumber2", 0), candidate("plumber1", 1));

        dispatch.giveBack(first, "缺少配件", technician("plumber1"));
        assertThat(dispatch.candidates(leak())).containsExactly(candidate("plumber1", 0), candidate("plumber2", 0));
    }

    @Test
    @Tag("4.3.3")
    @DisplayName("whoever picks up a slip has tools and material ready")
    void toolsReady() {
        String slip = leak();
        Refusal.of(() -> dispatch.pickUp(slip, null, false, technician("plumber1")))
                .invalid()
                .says(slip, "工具");
        dispatch.pickUp(slip, null, true, technician("plumber1"));
        assertThat(slips.get(slip).technician()).isEqualTo("plumber1");
        assertThat(lastLine(slip).clause()).isEqualTo("4.3.3");
    }

    @Test
    @Tag("3.3")
    @DisplayName("only the engineering supervisor gives a slip to somebody else")
    void supervisorAssigns() {
        String slip = leak();
        Refusal.of(() -> dispatch.pickUp(slip, "plumber2", true, technician("plumber1")))
                .forbidden()
                .says("工程部主管");
        Refusal.of(() -> dispatch.pickUp(slip, "carpenter", false, SUPERVISOR))
                .forbidden()
                .says("没有登记水暖资质");
        dispatch.pickUp(slip, "plumber2", false, SUPERVISOR);
        assertThat(slips.get(slip).technician()).isEqualTo("plumber2");
        assertThat(dispatch.hasWorkedOn(slip, "plumber2")).isTrue();
        assertThat(dispatch.hasWorkedOn(slip, "supervisor")).isFalse();
    }

    @ParameterizedTest(name = "uniform {0}, supplies {1}, entered politely {2}")
    @CsvSource({"false,true,true", "true,false,true", "true,true,false"})
    @Tag("4.3.4.1")
    @Tag("4.3.4.2")
    @Tag("4.3.4.3")
    @DisplayName("each point of the visit is confirmed")
    void visitChecklist(boolean uniform, boolean supplies, boolean politely) {
        String slip = pickedUpBy("plumber1");
        Refusal.of(() -> dispatch.arrive(slip, uniform, supplies, politely, technician("plumber1")))
                .invalid()
                .says(slip, "逐项确认");
        dispatch.arrive(slip, true, true, true, technician("plumber1"));
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.ON_SITE);
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("only the technician who has the slip reports the visit")
    void onlyThePresentTechnician() {
        String slip = pickedUpBy("plumber1");
        Refusal.of(() -> dispatch.arrive(slip, true, true, true, technician("plumber2")))
                .forbidden()
                .says(slip);
        Refusal.of(() -> dispatch.ownerAbsent(slip, "无人", technician("plumber2")))
                .forbidden();
        Refusal.of(() -> dispatch.transfer(slip, "plumber2", "忙", SUPERVISOR)).forbidden();
        Refusal.of(() -> dispatch.giveBack(slip, "忙", CLERK)).forbidden();

        dispatch.transfer(slip, "plumber2", "忙不过来", technician("plumber1"));
        Refusal.of(() -> dispatch.arrive(slip, true, true, true, technician("plumber1")))
                .forbidden();
        dispatch.arrive(slip, true, true, true, technician("plumber2"));
    }

    @Test
    @Tag("S4")
    @Tag("Q3")
    @DisplayName("a transfer goes to a qualified technician; both have had the slip in hand")
    void transfer() {
        String slip = pickedUpBy("plumber1");
        Refusal.of(() -> dispatch.transfer(slip, "carpenter", "忙不过来", technician("plumber1")))
                .forbidden()
                .says("水暖");
        assertThat(dispatch.hasWorkedOn(slip, "carpenter")).isFalse();

        dispatch.transfer(slip, "plumber2", "忙不过来", technician("plumber1"));
        assertThat(dispatch.hasWorkedOn(slip, "plumber1")).isTrue();
        assertThat(dispatch.hasWorkedOn(slip, "plumber2")).isTrue();
        assertThat(lastLine(slip).text()).isEqualTo("转单给 师傅 plumber2：忙不过来");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an owner who is absent gets a new appointment")
    void reschedule() {
        String slip = pickedUpBy("plumber1");
        dispatch.ownerAbsent(slip, "敲门无人", technician("plumber1"));
        dispatch.reschedule(slip, clock.instant().plus(Duration.ofHours(3)), null, CLERK);
        assertThat(lastLine(slip).text()).isEqualTo("重新预约 11月23日 12:00 上门");
        Refusal.of(() -> dispatch.reschedule(slip, clock.instant(), null, CLERK))
                .invalid()
                .says("预约上门时间");
    }

    @Test
    @Tag("4.7.4")
    @Tag("Q3")
    @DisplayName("the supervisor advises, and may send another technician who is qualified")
    void support() {
        String slip = SlipStory.onSite(slips, Area.PUBLIC, listed("plumbing"), "plumber1", clock);
        slips.startWork(slip);
        slips.interruptWork(slip, WorkOutcome.HELP, "找不到漏点", technician("plumber1"));
        Refusal.of(() -> dispatch.support(slip, "换人", "carpenter", SUPERVISOR)).forbidden();
        dispatch.support(slip, "先查立管", null, SUPERVISOR);
        assertThat(slips.get(slip).technician()).isEqualTo("plumber1");
        dispatch.support(slip, "换人", "plumber2", SUPERVISOR);
        assertThat(slips.get(slip).technician()).isEqualTo("plumber2");
        assertThat(dispatch.hasWorkedOn(slip, "plumber2")).isTrue();
        assertThat(lastLine(slip).clause()).isEqualTo("4.7.4");
    }

    private static Candidate candidate(String technician, int openSlips) {
        return new Candidate(technician, DomainSlice.named(technician), openSlips, Candidate.Duty.NO_ROSTER);
    }

    private String leak() {
        return SlipStory.notified(slips, Area.INSIDE, listed("plumbing"), clock);
    }

    private String pickedUpBy(String technician) {
        String slip = leak();
        dispatch.pickUp(slip, null, true, technician(technician));
        return slip;
    }

    private HistoryEntry lastLine(String slip) {
        return slips.history(slip).get(slips.history(slip).size() - 1);
    }
}
