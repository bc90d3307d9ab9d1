package org.baoxiu.web.managers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.shared.Offices;
import org.springframework.web.util.UriComponentsBuilder;

/** Which period of which office somebody looks at on the page 审计, as the address says it; no office means all. */
record AuditQuery(Days days, String office) {

    private static final int WEEK = 6;
    static final int MONTH = 30;

    /** @param current whether it is looked at */
    record Choice(String title, String address, boolean current) {}

    static AuditQuery of(String from, String until, String office, Clock clock) {
        return new AuditQuery(Days.of(from, until, LocalDate.now(clock), WEEK), office.strip());
    }

    Period period(Offices offices) {
        return new Period(days.begin(), days.end(), office.isEmpty() ? List.of() : List.of(offices.checked(office)));
    }

    String address(String path) {
        return address(path, days);
    }

    private String address(String path, Days days) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
        if (!office.isEmpty()) {
            address.queryParam("office", office);
        }
        return address.build().encode().toUriString();
    }

    /** What is asked for most. */
    List<Choice> periods(String path, LocalDate today) {
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return List.of(
                choice("最近 7 天", path, today.minusDays(WEEK), today),
                choice("本月", path, today.withDayOfMonth(1), today),
                choice("本季度", path, quarter, today),
                choice("上个季度", path, quarter.minusMonths(3), quarter.minusDays(1)),
                choice("最近一年", path, today.minusYears(1).plusDays(1), today));
    }

    private Choice choice(String title, String path, LocalDate from, LocalDate until) {
        Days period = new Days(from, until);
        return new Choice(title, address(path, period), period.equals(days));
    }
}
