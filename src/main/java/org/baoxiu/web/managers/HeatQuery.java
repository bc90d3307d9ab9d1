package org.baoxiu.web.managers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.baoxiu.audit.HeatFilter;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.RepairClass;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks at on the page 时限热图, as the address says it; what is empty does not matter. */
record HeatQuery(
        LocalDate from,
        LocalDate until,
        String office,
        String repairClass,
        String item,
        String technician,
        String step) {

    private static final int DAYS = 30;

    /** @throws Rejection for what cannot be read */
    static HeatQuery of(
            String from,
            String until,
            String office,
            String repairClass,
            String item,
            String technician,
            String step,
            Clock clock) {
        LocalDate last = day(until, LocalDate.now(clock));
        LocalDate first = day(from, last.minusDays(DAYS));
        if (first.isAfter(last)) {
            throw Rejection.invalid("日期要从前到后：“从”不能晚于“到”，请改正。");
        }
        return new HeatQuery(first, last, office.strip(), repairClass, item.strip(), technician.strip(), step);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Rejection.invalid("日期请写成 2026-11-30 这样。");
        }
    }

    HeatFilter filter(Offices offices) {
        return new HeatFilter(
                start(from),
                start(until.plusDays(1)),
                office.isEmpty() ? List.of() : List.of(offices.checked(office)),
                repairClass.isEmpty() ? null : classOf(repairClass),
                item.isEmpty() ? null : item,
                technician.isEmpty() ? null : technician);
    }

    private static RepairClass classOf(String name) {
        try {
            return RepairClass.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("没有这个类别，请从列出的类别中选择。");
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    /** Of the same figures, with another step or element. */
    String address(String path, String name, String value) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath(path).queryParam("from", from).queryParam("until", until);
        add(address, "office", office);
        add(address, "class", repairClass);
        add(address, "item", item);
        add(address, "technician", technician);
        add(address, name, value);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
