package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("空白单的编号")
@Tag("4.3.1")
@Tag("4.7.8")
class ReservedNumbersTest {

    private static final List<LocalTime> NOTHING = Collections.nCopies(6, null);

    @Autowired
    private ReservedNumbers numbers;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @DisplayName("two who print at the same moment never get the same number, nor does a slip that is opened meanwhile")
    void twoPrintAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> prints = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<List<String>>>mapToObj(print -> () -> numbers.reserve(50, SlipAt.CLERK))
                    .toList());
            List<String> all =
                    new ArrayList<>(List.of(slips.open(report(), SlipAt.CLERK).number()));
            for (Future<List<String>> print : prints) {
                all.addAll(print.get());
            }
            assertThat(all).hasSize(401).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 51})
    @DisplayName("one to fifty sheets are printed at once")
    void count(int count) {
        Refusal.of(() -> numbers.reserve(count, SlipAt.CLERK)).invalid().says("1 至 50");
    }

    @Test
    @DisplayName("a paper slip is entered under its own number, once")
    void usedOnce() {
        String number = numbers.reserve(1, SlipAt.CLERK).get(0);
        assertThat(unused()).contains(number);

        assertThat(slips.enterPaper(number, report(), NOTHING, null, SlipAt.CLERK)
                        .number())
                .isEqualTo(number);

        assertThat(unused()).doesNotContain(number);
        assertThat(slips.get(number).report()).isEqualTo(report());
        assertThat(slips.history(number)).extracting(HistoryEntry::text).containsExactly("接到电话报修，补录纸质维修单：水管漏水");
        Refusal.of(() -> slips.enterPaper(number, report(), NOTHING, null, SlipAt.CLERK))
                .invalid()
                .says(number, "已经补录");
    }

    @Test
    @DisplayName("a number that was never printed, or belongs to a slip that was opened here, is refused")
    void unknown() {
        String opened = slips.open(report(), SlipAt.CLERK).number();
        Refusal.of(() -> slips.enterPaper(opened, report(), NOTHING, null, SlipAt.CLERK))
                .invalid()
                .says(opened, "没有打印过");
        Refusal.of(() -> slips.enterPaper("WX-0", report(), NOTHING, null, SlipAt.CLERK))
                .invalid()
                .says("WX-0", "没有打印过");
    }

    @Test
    @DisplayName("nobody writes on a sheet before it is printed")
    void beforePrinting() {
        clock.advance(Duration.ofMinutes(1));
        String number = numbers.reserve(1, SlipAt.CLERK).get(0);
        Refusal.of(() -> slips.enterPaper(number, report(), NOTHING, null, SlipAt.CLERK))
                .invalid()
                .says(number, "11月23日 09:01");
        assertThat(unused()).contains(number);
    }

    @Test
    @DisplayName("paper is entered by customer service")
    void byCustomerService() {
        String number = numbers.reserve(1, SlipAt.CLERK).get(0);
        Refusal.of(() -> slips.enterPaper(number, report(), NOTHING, null, SlipStory.technician("tech1")))
                .forbidden()
                .says("客户服务中心");
    }

    @Test
    @DisplayName("the times on paper are hours and minutes: each is the next one after the one before it")
    void timesOnPaper() {
        Instant now = SlipAt.NINE.plus(Duration.ofDays(1));
        PaperTimes times = PaperTimes.of(SlipAt.NINE, clock("09:00", "09:10", "23:50", "00:20", null, null), now);
        assertThat(times)
                .isEqualTo(new PaperTimes(
                        SlipAt.NINE,
                        SlipAt.NINE,
                        SlipAt.NINE.plusSeconds(600),
                        SlipAt.NINE.plus(Duration.ofMinutes(14 * 60 + 50)),
                        SlipAt.NINE.plus(Duration.ofMinutes(15 * 60 + 20)),
                        null,
                        null));
        Refusal.of(() -> PaperTimes.of(SlipAt.NINE, clock("09:03", null, "09:10", null, null, null), now))
                .invalid()
                .says("开始维修", "前面的也要填");
        Refusal.of(() -> PaperTimes.of(SlipAt.NINE, clock("08:59", "09:10", null, null, null, null), now))
                .invalid()
                .says("到场", "11月24日 09:10", "晚于现在");
    }

    private static List<LocalTime> clock(String... shown) {
        return Stream.of(shown)
                .map(time -> time == null ? null : LocalTime.parse(time))
                .toList();
    }

    private List<String> unused() {
        return numbers.unused().stream().map(ReservedNumber::number).toList();
    }

    private static Report report() {
        return SlipAt.report(Area.INSIDE);
    }
}
