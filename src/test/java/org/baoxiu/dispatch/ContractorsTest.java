package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.unlisted;

import java.time.Duration;
import java.time.LocalDate;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("外包单位的登记和派单")
@Tag("Q3")
class ContractorsTest {

    @Autowired
    private Contractors contractors;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private LocalDate today;

    @BeforeEach
    void aGasAndAPipeFirm() {
        clock.restart();
        today = clock.today();
        contractors.register("燃气甲", "95000", Qualification.GAS, "R-1", today.plusYears(1));
        contractors.register("管道乙", "95001", Qualification.PLUMBING, "G-1", today);
    }

    private String leak() {
        return SlipStory.notified(slips, Area.INSIDE, listed("plumbing"), clock);
    }

    @Test
    @DisplayName("a licence counts on its last day and no longer on the day after; a new one replaces it")
    void licence() {
        String slip = leak();
        assertThat(contractors.suitable(slip)).extracting(Contractor::name).containsExactly("管道乙");

        clock.advance(Duration.ofDays(1));
        assertThat(contractors.suitable(slip)).isEmpty();
        Refusal.of(() -> give(slip, "管道乙")).forbidden().says(slip, "管道乙", "水暖", today.toString(), "到期");

        contractors.register("管道乙", "95009", Qualification.PLUMBING, "G-2", today.plusYears(3));
        assertThat(contractors.suitable(slip)).singleElement().satisfies(one -> assertThat(one.telephone())
                .isEqualTo("95009"));
        give(slip, "管道乙");
        Refusal.of(() -> give(slip, "管道乙")).invalid().says("还没有结果");
    }

    @Test
    @DisplayName("general work suits every contractor, any other its own trade")
    void trade() {
        assertThat(contractors.suitable(SlipStory.notified(slips, Area.INSIDE, unlisted(), clock)))
                .extracting(Contractor::name)
                .containsExactlyInAnyOrder("燃气甲", "管道乙");
        String slip = leak();
        Refusal.of(() -> give(slip, "燃气甲")).forbidden().says("燃气甲", "业务是燃气", "水暖许可");
    }

    @Test
    @DisplayName(
            "nothing is entered about a contractor that was not called, and nothing is registered without a licence")
    void refusals() {
        String slip = leak();
        Refusal.of(() -> contractors.arrive(slip, clock.instant(), CLERK))
                .invalid()
                .says(slip, "没有派给外包单位");
        Refusal.of(() -> contractors.finish(slip, "换管", CLERK)).invalid();
        Refusal.of(() -> contractors.register("无证丙", "95002", Qualification.GAS, " ", today))
                .invalid()
                .says("许可证编号");
        assertThat(contractors.callOff(slip)).isEmpty();
    }

    private void give(String slip, String name) {
        Contractor contractor = contractors.registered().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        contractors.give(slip, contractor.id(), clock.instant(), clock.instant().plusSeconds(600), null, CLERK);
    }
}
