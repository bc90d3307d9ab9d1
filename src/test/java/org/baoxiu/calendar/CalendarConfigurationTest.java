package org.baoxiu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("服务日历的设置")
@ExtendWith(OutputCaptureExtension.class)
class CalendarConfigurationTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<WorkingPeriod> DAY =
            List.of(WorkingPeriod.of("08:30-12:00"), WorkingPeriod.of("13:30-17:30"));
    private static final String MONDAY = "baoxiu.calendar.hours.monday=08:30-12:00,13:30-17:30";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(CalendarConfiguration.class)
            .withBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), SHANGHAI));

    @Test
    @DisplayName("without settings limits run around the clock, and nobody is warned about holidays")
    void byDefault(CapturedOutput log) {
        application.run(context ->
                assertThat(context.getBean(ServiceCalendar.class)).isEqualTo(ServiceCalendar.aroundTheClock(SHANGHAI)));
        assertThat(log).doesNotContain("public holidays");
    }

    @Test
    @DisplayName("hours come with the public holidays, and with a warning about the year that is not confirmed")
    void hours(CapturedOutput log) {
        application
                .withPropertyValues(MONDAY, "baoxiu.calendar.hours.saturday[0]=09:00-24:00")
                .run(context -> {
                    ServiceCalendar calendar = context.getBean(ServiceCalendar.class);
                    assertThat(calendar.zone()).isEqualTo(SHANGHAI);
                    assertThat(calendar.hours().periods())
                            .isEqualTo(Map.of(
                                    DayOfWeek.MONDAY,
                                    DAY,
                                    DayOfWeek.SATURDAY,
                                    List.of(WorkingPeriod.of("09:00-24:00"))));
                    assertThat(calendar.holidays().confirmedYears()).containsExactly(2026);
                });
        assertThat(log)
                .contains("The public holidays of 2027 are missing or not confirmed")
                .doesNotContain("holidays of 2026");
    }

    @Test
    @DisplayName("an office may stay open on public holidays")
    void withoutHolidays(CapturedOutput log) {
        application.withPropertyValues(MONDAY, "baoxiu.calendar.holidays=false").run(context -> assertThat(
                        context.getBean(ServiceCalendar.class).holidays())
                .isEqualTo(Holidays.NONE));
        assertThat(log).doesNotContain("public holidays");
    }

    @Test
    @DisplayName("the office brings the table of a year that was published after this version")
    void ownTables(@TempDir Path directory, CapturedOutput log) throws Exception {
        Files.writeString(directory.resolve("2027.csv"), "year,2027\nconfirmed,true\n2027-01-01,closed,元旦\n");
        application
                .withPropertyValues(MONDAY, "baoxiu.calendar.holiday-tables=" + directory)
                .run(context -> assertThat(context.getBean(ServiceCalendar.class)
                                .holidays()
                                .confirmed(2027))
                        .isTrue());
        assertThat(log).doesNotContain("public holidays");
    }

    @Test
    @DisplayName("hours can be given in the environment")
    void environment() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("BAOXIU_CALENDAR_HOURS_MONDAY", "08:30-12:00,13:30-17:30"))))
                .run(context -> assertThat(
                                context.getBean(ServiceCalendar.class).hours().on(DayOfWeek.MONDAY))
                        .isEqualTo(DAY));
    }

    @Test
    @DisplayName("wrong hours stop the start and name the setting")
    void wrong() {
        failsWith("baoxiu.calendar.hours.monday=8-12", "baoxiu.calendar.hours.monday", "write it like 08:30-12:00");
        failsWith(
                "baoxiu.calendar.hours.monday=08:30-12:00,11:00-17:30",
                "baoxiu.calendar.hours.monday: 08:30-12:00 and 11:00-17:30 overlap");
        failsWith("baoxiu.calendar.hours.monday=", "baoxiu.calendar.hours has no working time");
        failsWith("baoxiu.calendar.hours.holiday=08:30-12:00", "baoxiu.calendar.hours");
    }

    private void failsWith(String setting, String... messages) {
        application.withPropertyValues(setting).run(context -> assertThat(context.getStartupFailure())
                .isNotNull()
                .satisfies(failure -> assertThat(chain(failure)).contains(messages)));
    }

    private static String chain(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + "\n" + chain(failure.getCause());
    }
}
