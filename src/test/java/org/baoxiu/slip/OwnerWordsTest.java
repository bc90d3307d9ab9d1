package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.FreeFields.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What is said beside the steps: remarks of owners with their answers, and answers to fields that a process owner has added. */
@DomainTest
@RecordApplicationEvents
@DisplayName("业主留言和自加的字段")
class OwnerWordsTest {

    private static final Person OWNER = Person.owner();

    @Autowired
    private Slips slips;

    @Autowired
    private OwnerRemarks remarks;

    @Autowired
    private FreeFields fields;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TestClock clock;

    private String number;

    @BeforeEach
    void slip() {
        clock.restart();
        number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
    }

    @Test
    @Tag("4.3.1.2")
    @Tag("Q1")
    @DisplayName("a remark waits until it is answered once, in the history of its slip and told on to its owner")
    void answered() {
        Instant said = clock.instant();
        remarks.add(number, "门铃坏了，请打电话", OWNER);
        OwnerRemark remark = remarks.of(number).get(0);
        assertThat(remark).isEqualTo(new OwnerRemark(remark.id(), "门铃坏了，请打电话", said, null, null, null));
        assertThat(remark.said()).isEqualTo("11月23日 09:00");
        assertThat(remark.answered()).isEmpty();
        assertThat(waiting(OfficeScope.COMPANY)).contains(remark.id());

        clock.advance(Duration.ofMinutes(20));
        remarks.answer(number, remark.id(), "好的，师傅会先打电话", CLERK);
        OwnerRemark answered = remarks.of(number).get(0);
        assertThat(answered.answer()).isEqualTo("好的，师傅会先打电话");
        assertThat(answered.answeredBy()).isEqualTo("clerk1");
        assertThat(answered.answered()).isEqualTo("11月23日 09:20");
        assertThat(slips.get(number).milestones().answeredAt()).isEqualTo(clock.instant());
        assertThat(waiting(OfficeScope.COMPANY)).doesNotContain(remark.id());
        assertThat(slips.history(number))
                .extracting(line -> line.person() + " " + line.clause() + " " + line.text())
                .endsWith(OWNER.id() + " 4.3.1.2 业主留言：门铃坏了，请打电话", "clerk1 Q1 答复业主留言：好的，师傅会先打电话");
        assertThat(events.stream(RemarkAnswered.class)).singleElement().satisfies(told -> assertThat(told.answer())
                .isEqualTo("好的，师傅会先打电话"));
        Refusal.of(() -> remarks.answer(number, remark.id(), "再答一次", CLERK))
                .invalid()
                .says(number, "已经有人答复");
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("a remark is answered on its own slip only, with words that are neither missing nor too many")
    void refused() {
        remarks.add(number, "请快一点", OWNER);
        long remark = remarks.of(number).get(0).id();
        String other = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        Refusal.of(() -> remarks.answer(other, remark, "好", CLERK)).invalid();
        Refusal.of(() -> remarks.answer(number, remark, " ", CLERK)).invalid().says("答复");
        Refusal.of(() -> remarks.add(number, "\u200b", OWNER)).invalid().says("补充的情况");
        Refusal.of(() -> remarks.add(number, "长".repeat(501), OWNER)).invalid().says("500", "501");
        remarks.add(number, "长".repeat(500), OWNER);
        slips.cancel(number, "不修了", CLERK);
        Refusal.of(() -> remarks.add(number, "还有一句", OWNER)).invalid().says("补充情况");
        assertThat(remarks.of(number)).hasSize(2);
        remarks.answer(number, remark, "收到", CLERK);
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("what waits is shown for thirty days, to whoever belongs to the office, the oldest first")
    void waiting() {
        remarks.add(number, "第一句", OWNER);
        clock.advance(Duration.ofDays(1));
        remarks.add(number, "第二句", OWNER);
        List<Long> both = remarks.of(number).stream().map(OwnerRemark::id).toList();
        assertThat(waiting(new OfficeScope(Set.of("一号管理处")))).containsSubsequence(both);
        assertThat(waiting(new OfficeScope(Set.of("二号管理处")))).doesNotContainAnyElementsOf(both);
        assertThat(remarks.waiting(OfficeScope.COMPANY))
                .filteredOn(one -> one.remark().id() == both.get(0))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.number()).isEqualTo(number);
                    assertThat(one.office()).isEqualTo("一号管理处");
                    assertThat(one.place()).isEqualTo("1 栋 101");
                });
        clock.advance(Duration.ofDays(29).plusHours(1));
        assertThat(waiting(OfficeScope.COMPANY)).contains(both.get(1)).doesNotContain(both.get(0));
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("of an added field every answer is kept, the last one counts, and what says nothing new is left out")
    void freeFields() {
        Answer gate = new Answer("extra_gate", "门禁", "要刷卡");
        Answer dog = new Answer("extra_dog", "有狗", "");
        assertThat(fields.keep(number, "登记报修", List.of(gate, dog), CLERK)).containsExactly(gate);
        FreeField kept = new FreeField("extra_gate", "门禁", "要刷卡", "登记报修", "clerk1", clock.instant());
        assertThat(fields.of(number)).containsExactly(kept);

        clock.advance(Duration.ofHours(1));
        Answer moved = new Answer("extra_gate", "门禁", "直接进");
        Answer barks = new Answer("extra_dog", "有狗", "已拴好");
        assertThat(fields.keep(number, "评估", List.of(moved, barks), SlipStory.SUPERVISOR))
                .containsExactly(moved, barks);
        assertThat(fields.keep(number, "评估", List.of(moved, barks), SlipStory.SUPERVISOR))
                .isEmpty();
        assertThat(fields.of(number)).extracting(FreeField::words).containsExactly("直接进", "已拴好");
        assertThat(fields.of(number).get(1).at()).isEqualTo(clock.instant());
        assertThat(fields.all(number)).extracting(FreeField::words).containsExactly("要刷卡", "直接进", "已拴好");

        Answer gone = new Answer("extra_dog", "有狗", "");
        assertThat(fields.keep(number, "评估", List.of(gone), CLERK)).containsExactly(gone);
        assertThat(fields.of(number)).extracting(FreeField::key).containsExactly("extra_gate");
        assertThat(fields.all(number)).hasSize(4);
        assertThat(fields.of("WX20261123-999999")).isEmpty();
    }

    private List<Long> waiting(OfficeScope scope) {
        return remarks.waiting(scope).stream().map(one -> one.remark().id()).toList();
    }
}
