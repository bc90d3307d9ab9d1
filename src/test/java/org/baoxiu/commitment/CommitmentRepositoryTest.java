package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.slip.SlipStory.CLERK;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DomainTest
@DisplayName("The tables of the clocks")
class CommitmentRepositoryTest {

    private static final Limit QUARTER =
            new Limit(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofDays(1), false, "4.6.2");
    private static final ServiceCalendar ALWAYS = ServiceCalendar.aroundTheClock(ZoneId.systemDefault());

    @Autowired
    private JdbcClient database;

    private CommitmentRepository repository;
    private Instant nine;
    private String slip;

    @BeforeEach
    void aSlip(@Autowired Slips slips, @Autowired TestClock clock) {
        repository = new CommitmentRepository(database, nobody -> {});
        clock.restart();
        nine = clock.instant();
        slip = slips.open(
                        new Report("一号管理处", Channel.LETTER, Area.INSIDE, "张三", "13800000000", "1 栋 101", "水龙头漏水", nine),
                        CLERK)
                .number();
    }

    @Test
    @DisplayName("give back all clocks of a slip as they were saved, in the order of their start, each with its pauses")
    void roundTrip() {
        Commitment arrival = repository.save(started(CommitmentKind.ARRIVAL));
        Commitment unclassified = repository.save(
                Commitment.start(slip, Occurrence.of(CommitmentKind.ONE_DAY, nine, null), QUARTER, null, true, ALWAYS));
        arrival.warn(minute(11));
        arrival.follow(running(CommitmentKind.ARRIVAL).pausedSince(minute(12), "等待业主"), minute(12), ALWAYS);
        repository.save(arrival);
        arrival.follow(running(CommitmentKind.ARRIVAL), minute(20), ALWAYS);
        arrival.follow(running(CommitmentKind.ARRIVAL).pausedSince(minute(21), "等待配件"), minute(21), ALWAYS);
        repository.save(arrival);
        unclassified.miss(minute(15));
        unclassified.end(minute(16));
        repository.save(unclassified);

        assertThat(repository.of(slip))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(arrival, unclassified);
        assertThat(repository.find(arrival.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(arrival);
        assertThat(arrival.pauses()).hasSize(2);
    }

    @Test
    @DisplayName("refuse what has changed since it was read")
    void lateWriter() {
        long id = repository.save(started(CommitmentKind.ARRIVAL)).id();
        Commitment first = repository.find(id).orElseThrow();
        Commitment second = repository.find(id).orElseThrow();
        first.miss(minute(15));
        repository.save(first);
        first.miss(minute(16));
        repository.save(first);
        second.end(minute(15));
        assertThatThrownBy(() -> repository.save(second)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    @DisplayName("hold a promise of a slip once for each start")
    void once() {
        repository.save(started(CommitmentKind.ARRIVAL));
        assertThatThrownBy(() -> repository.save(started(CommitmentKind.ARRIVAL)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private Commitment started(CommitmentKind kind) {
        return Commitment.start(slip, running(kind), QUARTER, RepairClass.DAILY, false, ALWAYS);
    }

    private Occurrence running(CommitmentKind kind) {
        return Occurrence.of(kind, nine, null);
    }

    private Instant minute(long minute) {
        return nine.plus(Duration.ofMinutes(minute));
    }
}
