package org.baoxiu.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the office is open.
 *
 * @param hours         working hours per day of the week, {@code monday: ["08:30-12:00", "13:30-17:30"]}; a day that is
 *                      missing is free; empty for limits that run around the clock, public holidays included
 * @param holidays      whether working hours give way to public holidays and their make-up workdays
 * @param holidayTables a directory with {@code 2027.csv} and the like that replace the tables packed into the application;
 *                      empty for the packed ones
 */
@ConfigurationProperties("baoxiu.calendar")
record CalendarSettings(
        @DefaultValue Map<DayOfWeek, List<WorkingPeriod>> hours,
        @DefaultValue("true") boolean holidays,
        @DefaultValue("") String holidayTables) {

    boolean aroundTheClock() {
        return hours.isEmpty();
    }
}
