package org.baoxiu.slip;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of slips that are taken in advance for blank slips on paper, for when there is no power (4.3.1, 4.3.5). They come
 * from the same series as all others, and each is used once, when what was written on the paper is entered.
 */
@Service
@Transactional
public class ReservedNumbers {

    private static final int MOST = 50;

    private final ReservedNumberRepository reserved;
    private final SlipNumbers numbers;
    private final Clock clock;

    ReservedNumbers(ReservedNumberRepository reserved, SlipNumbers numbers, Clock clock) {
        this.reserved = reserved;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param count 1 to 50, otherwise a {@link Rejection} */
    public List<String> reserve(int count, Person by) {
        if (count < 1 || count > MOST) {
            throw Rejection.invalid("一次可以打印 1 至 " + MOST + " 张空白单，请改正张数。");
        }
        Instant now = clock.instant();
        return reserved
                .saveAll(Stream.generate(numbers::next)
                        .limit(count)
                        .map(number -> ReservedNumber.of(number, now, by))
                        .toList())
                .stream()
                .map(ReservedNumber::number)
                .toList();
    }

    /** The blank slips that have not come back yet, in the order of their numbers. */
    public List<ReservedNumber> unused() {
        return reserved.findByUsedAtIsNullOrderByNumber();
    }

    /** Nobody can have written on a sheet before it was printed; people write down whole minutes. */
    void use(String number, Instant received) {
        ReservedNumber sheet = reserved.findById(number)
                .orElseThrow(() -> Rejection.invalid("没有打印过编号为“" + number + "”的空白单，请核对纸上的编号。"));
        if (sheet.usedAt() != null) {
            throw Rejection.invalid("编号为“" + number + "”的纸质单已经补录，不能再用。请核对纸上的编号。");
        }
        if (received.isBefore(sheet.reservedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw Rejection.invalid(
                    "编号为“" + number + "”的空白单是 " + Times.minute(sheet.reservedAt()) + " 打印的，收到时间不能早于打印时间，请改正后重新提交。");
        }
        reserved.save(sheet.used(clock.instant()));
    }
}
