package org.baoxiu.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Staffing;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office needs and lacks: messages that arrive, public holidays, certificates that count. */
@Component
class OfficeTroubles implements TroubleSource {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofHours(2);

    private final JdbcClient database;
    private final ServiceCalendar calendar;
    private final Staffing staffing;
    private final Contractors contractors;
    private final Persons persons;
    private final Clock clock;

    OfficeTroubles(
            JdbcClient database,
            ServiceCalendar calendar,
            Staffing staffing,
            Contractors contractors,
            Persons persons,
            Clock clock) {
        this.database = database;
        this.calendar = calendar;
        this.staffing = staffing;
        this.contractors = contractors;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public List<Trouble> found() {
        LocalDate today = LocalDate.now(clock);
        List<Trouble> found = new ArrayList<>(channels());
        found.addAll(queue());
        calendar.yearToConfirm(today)
                .ifPresent(year -> found.add(Trouble.of(
                        TroubleKind.HOLIDAYS, "holidays-" + year, year + " 年的放假安排没有登记或没有核对，这一年的时限可能算错", null)));
        found.addAll(technicians(today));
        found.addAll(contractors(today));
        return found;
    }

    /** Each once, however many messages it has lost. */
    private List<Trouble> channels() {
        return database.sql(
                        """
            select channel, count(*) as messages, min(created_at) as since from message
             where state = 'FAILED' and created_at > ? group by channel order by channel""")
                .param(LocalTimes.local(clock.instant().minus(LATELY)))
                .query((row, index) -> Trouble.of(
                        TroubleKind.CHANNEL,
                        "channel-" + row.getString("channel"),
                        ChannelKind.valueOf(row.getString("channel")).label() + "：最近一天有 " + row.getInt("messages")
                                + " 条没有送到，还没有人处理",
                        LocalTimes.instantOrNull(row, "since")))
                .list();
    }

    private List<Trouble> queue() {
        Instant now = clock.instant();
        return database.sql(
                        """
            select count(*) as messages, min(created_at) as since from message
             where state = 'WAITING' and attempts = 0 and created_at < ? and expires_at > ? having count(*) > 0""")
                .params(LocalTimes.local(now.minus(LATE)), LocalTimes.local(now))
                .query((row, index) -> Trouble.of(
                        TroubleKind.QUEUE,
                        "queue",
                        row.getInt("messages") + " 条消息等了两个多小时，一次也没有试着发",
                        LocalTimes.instantOrNull(row, "since")))
                .list();
    }

    /** What nobody renews for a month is not needed any more. */
    private List<Trouble> technicians(LocalDate today) {
        return staffing.of(Groups.MAINTENANCE, persons.membersOf(Groups.MAINTENANCE)).stream()
                .flatMap(one -> one.expiring().stream()
                        .filter(expiry -> !expiry.lastDay().isBefore(today.minus(Staffing.SOON)))
                        .map(expiry -> Trouble.of(
                                TroubleKind.CERTIFICATE,
                                "certificate-" + one.person() + "-" + expiry.qualification() + "-" + expiry.lastDay(),
                                persons.of(one.person()) + "的"
                                        + expiry.qualification().label() + "证书" + day(expiry.lastDay(), expiry.over()),
                                null)))
                .toList();
    }

    private List<Trouble> contractors(LocalDate today) {
        return contractors.registered().stream()
                .filter(one -> !one.expiresOn().isAfter(today.plus(Staffing.SOON))
                        && !one.expiresOn().isBefore(today.minus(Staffing.SOON)))
                .map(one -> Trouble.of(
                        TroubleKind.CERTIFICATE,
                        "licence-" + one.id() + "-" + one.expiresOn(),
                        one.name() + "的" + one.trade().label() + "许可"
                                + day(one.expiresOn(), one.expiresOn().isBefore(today)),
                        null))
                .toList();
    }

    private static String day(LocalDate last, boolean over) {
        return (over ? "已过期：" : "快到期：") + last.getYear() + "年" + last.getMonthValue() + "月" + last.getDayOfMonth()
                + "日";
    }
}
