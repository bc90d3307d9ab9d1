package org.baoxiu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * What one year's notice says.
 *
 * @param confirmed false while the State Council has not published the year's arrangement, so that make-up workdays and
 *                  the days in lieu of weekends are missing
 * @param days      in the year or in December before it (2022-12-31 was closed by the notice for 2023)
 * @throws IllegalArgumentException when a day lies elsewhere or a make-up workday is not on a weekend
 */
public record HolidayTable(int year, boolean confirmed, Map<LocalDate, SpecialDay> days) {

    public HolidayTable {
        days = Map.copyOf(days);
        LocalDate first = LocalDate.of(year - 1, 12, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        days.forEach((date, day) -> {
            if (date.isBefore(first) || date.isAfter(last)) {
                throw new IllegalArgumentException(date + " is not in the holiday table's year " + last.getYear());
            }
            if (day.worked() && date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                throw new IllegalArgumentException("make-up workday " + date + " is neither a Saturday nor a Sunday");
            }
        });
    }
}
