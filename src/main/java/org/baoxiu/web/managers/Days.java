package org.baoxiu.web.managers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.baoxiu.shared.Rejection;

/** A period of whole days that somebody has typed, both ends included. */
record Days(LocalDate from, LocalDate until) {

    /**
     * @param today    where no end is typed
     * @param otherwise how many days before the end it begins where no beginning is typed
     * @throws Rejection for what cannot be read, or runs backwards
     */
    static Days of(String from, String until, LocalDate today, int otherwise) {
        LocalDate last = day(until, today);
        LocalDate first = day(from, last.minusDays(otherwise));
        if (first.isAfter(last)) {
            throw Rejection.invalid("日期要从前到后：“从”不能晚于“到”，请改正。");
        }
        return new Days(first, last);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Rejection.invalid("日期请写成 2026-11-30 这样。");
        }
    }

    /** Inclusive. */
    Instant begin() {
        return start(from);
    }

    /** Exclusive. */
    Instant end() {
        return start(until.plusDays(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
