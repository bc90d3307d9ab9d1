package org.baoxiu.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Public holidays with their make-up workdays.
 *
 * @param days           a day that is missing follows the week
 * @param confirmedYears the years whose arrangement was published; in any other year days may be missing
 */
public record Holidays(Map<LocalDate, SpecialDay> days, Set<Integer> confirmedYears) {

    /** For hours that go on through public holidays. */
    public static final Holidays NONE = new Holidays(Map.of(), Set.of());

    public Holidays {
        days = Map.copyOf(days);
        confirmedYears = Set.copyOf(confirmedYears);
    }

    /** A later year's notice may speak of the last days of the year before; it then has the last word on them. */
    public static Holidays of(List<HolidayTable> tables) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        tables.stream().sorted(Comparator.comparing(HolidayTable::year)).forEach(table -> days.putAll(table.days()));
        return new Holidays(
                days,
                tables.stream()
                        .filter(HolidayTable::confirmed)
                        .map(HolidayTable::year)
                        .collect(Collectors.toSet()));
    }

    Optional<SpecialDay> on(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** Whether the year's arrangement was published and is here. */
    public boolean confirmed(int year) {
        return confirmedYears.contains(year);
    }
}
