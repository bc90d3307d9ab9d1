package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baoxiu.office.Location;
import org.baoxiu.shared.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("并单：规则")
class JoiningTest {

    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    private static Slip received(String number, Instant at, Area area, String office, String place) {
        Slip slip = Slip.open(
                number,
                new Report(office, Channel.PHONE, area, "张三", "13800000000", place, "水管漏水", at),
                null,
                null,
                at,
                CLERK);
        slip.intake().locate(new Location(place, null, null));
        return slip;
    }

    private static Slip first() {
        return notified(received("WX-1", NINE, Area.INSIDE, "一号管理处", "1-101"));
    }

    private static Slip second() {
        return notified(received("WX-2", TEN, Area.INSIDE, "一号管理处", "1-101"));
    }

    private static Slip notified(Slip slip) {
        slip.registering()
                .register(SlipStory.registration("PL-01", null, false, false, false, false, false, null), TEN);
        slip.registering().use(SlipAt.listedItem(), TEN);
        slip.assessing().classify(SlipAt.DAILY, TEN);
        slip.registering().notifyTeam(TEN);
        return slip;
    }

    private static void quoted(Slip slip) {
        slip.dispatching().pickUp("tech1", TEN);
        slip.dispatching().arrive(TEN);
        slip.quoting().quote("老化", false, false, false);
        slip.quoting().quotedAt(SlipAt.AGREED);
    }

    private static void consented(Slip slip) {
        quoted(slip);
        slip.quoting().consent();
    }

    private static void refused(Slip slip) {
        quoted(slip);
        slip.quoting().refuse("太贵", TEN);
    }

    private static void accident(Slip slip) {
        slip.assessing().classify(SlipAt.ACCIDENT, TEN);
    }

    private static void cancelled(Slip slip) {
        slip.contacting().cancel("不修了", TEN);
    }

    @Test
    @DisplayName(
            "the one that was received first goes on, whichever is named first; at the same time that of the lower number")
    void theFirstReceiptCounts() {
        for (Joining joining : new Joining[] {Joining.of(first(), second()), Joining.of(second(), first())}) {
            assertThat(joining.kept().number()).isEqualTo("WX-1");
            assertThat(joining.ended().number()).isEqualTo("WX-2");
        }
        Slip three = received("WX-3", NINE, Area.INSIDE, "一号管理处", "1-101");
        assertThat(Joining.of(three, first()).kept().number()).isEqualTo("WX-1");
    }

    @Test
    @DisplayName("what was urgent or urged stays so, and the other one ends in it with the reason (4.2.1.1)")
    void join() {
        Slip kept = first();
        Slip ended = second();
        kept.contacting().urged(false, true, NINE);
        ended.contacting().urged(false, true, TEN);
        ended.contacting().complained("慢", false, true, TEN.plusSeconds(1));
        ended.intake().emergency = true;
        Joining joining = Joining.of(kept, ended);
        joining.check(CLERK);
        joining.join("同一处漏水", TEN);

        assertThat(kept.severity().urges).isEqualTo(2);
        assertThat(kept.severity().complaints).isEqualTo(1);
        assertThat(kept.severity().repeatCount()).isEqualTo(3);
        assertThat(kept.severity().repeatCountedAt()).isEqualTo(TEN.plusSeconds(1));
        assertThat(kept.intake().emergency()).isTrue();
        assertThat(kept.state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(ended.state()).isEqualTo(SlipState.JOINED);
        assertThat(ended.closedAt()).isEqualTo(TEN);
        assertThat(ended.ties().joinedTo()).isEqualTo("WX-1");
        assertThat(ended.reasons().joining()).isEqualTo("同一处漏水");
        assertThat(ended.lastReason()).isEqualTo("同一处漏水");

        Slip calm = first();
        Joining.of(calm, second()).join("同一处漏水", TEN);
        assertThat(calm.intake().emergency()).isFalse();
    }

    static Stream<Arguments> eachItsOwnWay() {
        Consumer<Slip> nothing = slip -> {};
        return Stream.of(
                arguments("consent of the first", (Consumer<Slip>) JoiningTest::consented, nothing, "同意过报价"),
                arguments("consent of the second", nothing, (Consumer<Slip>) JoiningTest::consented, "同意过报价"),
                arguments("accident", nothing, (Consumer<Slip>) JoiningTest::accident, "维修事故"),
                arguments("ended first", (Consumer<Slip>) JoiningTest::cancelled, nothing, "不能并单"),
                arguments("ended second", nothing, (Consumer<Slip>) JoiningTest::cancelled, "不能并单"),
                arguments("nothing to repair any more", (Consumer<Slip>) JoiningTest::refused, nothing, "不能再并入"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eachItsOwnWay")
    @DisplayName("not while each has to go its own way")
    void eachItsOwnWay(String what, Consumer<Slip> first, Consumer<Slip> second, String why) {
        Slip one = first();
        first.accept(one);
        Slip other = second();
        second.accept(other);
        Refusal.of(() -> Joining.of(one, other).check(CLERK)).invalid().says(why);
    }

    @Test
    @DisplayName("an accident takes another slip in, and one where work has begun is not taken in")
    void accidents() {
        Slip accident = first();
        accident(accident);
        Joining.of(accident, second()).check(CLERK);

        Slip begun = notified(received("WX-2", TEN, Area.PUBLIC, "一号管理处", "大堂"));
        begun.dispatching().pickUp("tech1", TEN);
        begun.dispatching().arrive(TEN);
        begun.repairing().startWork(TEN);
        Slip shared = notified(received("WX-1", NINE, Area.PUBLIC, "一号管理处", "电梯"));
        Refusal.of(() -> Joining.of(shared, begun).check(CLERK)).invalid().says("已经开工");
        Slip billed = first();
        billed.agreement().billedAmount = SlipAt.AGREED;
        Refusal.of(() -> Joining.of(billed, second()).check(CLERK)).invalid().says("费用已经核定");
    }

    @Test
    @DisplayName("of a flat only what is of the same flat, of a public area what is of the same office")
    void elsewhere() {
        Refusal.of(() -> Joining.of(first(), received("WX-2", TEN, Area.INSIDE, "一号管理处", "1-102"))
                        .check(CLERK))
                .invalid()
                .says("房屋不同");
        Refusal.of(() -> Joining.of(first(), received("WX-2", TEN, Area.INSIDE, "二号管理处", "1-101"))
                        .check(CLERK))
                .invalid()
                .says("管理处");
        Refusal.of(() -> Joining.of(first(), received("WX-2", TEN, Area.PUBLIC, "一号管理处", "1-101"))
                        .check(CLERK))
                .invalid()
                .says("部位");
        Joining.of(
                        notified(received("WX-1", NINE, Area.PUBLIC, "一号管理处", "大堂")),
                        received("WX-2", TEN, Area.PUBLIC, "一号管理处", "电梯"))
                .check(CLERK);
    }

    @Test
    @DisplayName("not with itself, and only by whoever may register both")
    void byWhom() {
        Slip slip = first();
        Refusal.of(() -> Joining.of(slip, slip).check(CLERK)).invalid().says("自己");
        Refusal.of(() -> Joining.of(first(), second()).check(new Person("tech1", Set.of("maintenance"))))
                .forbidden();
    }
}
