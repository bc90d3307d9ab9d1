package org.baoxiu.process.repair.telling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Morning;
import org.baoxiu.notification.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the office, once a month, that the public holidays of a year are missing or not confirmed. */
@Component
class HolidayReminder {

    private final ServiceCalendar calendar;
    private final StaffNews news;
    private final Clock clock;

    HolidayReminder(ServiceCalendar calendar, StaffNews news, Clock clock) {
        this.calendar = calendar;
        this.news = news;
        this.clock = clock;
    }

    @EventListener(Morning.class)
    @Transactional
    void remind() {
        LocalDate today = LocalDate.now(clock);
        calendar.yearToConfirm(today)
                .ifPresent(year -> news.tell(
                        new Occasion(
                                Event.HOLIDAYS_MISSING,
                                "holidays-" + year + "-" + YearMonth.from(today),
                                null,
                                Map.of("year", year.toString())),
                        Map.of()));
    }
}
