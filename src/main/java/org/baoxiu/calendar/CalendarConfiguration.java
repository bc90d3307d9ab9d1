package org.baoxiu.calendar;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The office's service calendar, from its settings, in the time zone of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarConfiguration.class);

    @Bean
    ServiceCalendar serviceCalendar(CalendarSettings settings, Clock clock) throws IOException {
        ZoneId zone = clock.getZone();
        if (settings.aroundTheClock()) {
            return ServiceCalendar.aroundTheClock(zone);
        }
        WeeklyHours hours = new WeeklyHours(settings.hours());
        if (!settings.holidays()) {
            return new ServiceCalendar(zone, hours, Holidays.NONE);
        }
        Holidays holidays = HolidayFiles.load(settings.holidayTables());
        int year = LocalDate.now(clock).getYear();
        warnUnlessConfirmed(year, holidays);
        warnUnlessConfirmed(year + 1, holidays);
        return new ServiceCalendar(zone, hours, holidays);
    }

    /** Limits that begin late in a year end in the next. */
    private static void warnUnlessConfirmed(int year, Holidays holidays) {
        if (!holidays.confirmed(year)) {
            LOG.warn(
                    "The public holidays of {} are missing or not confirmed: due times in that year may be wrong. Once the State "
                            + "Council has published them, put {}.csv into the directory of baoxiu.calendar.holiday-tables.",
                    year,
                    year);
        }
    }
}
