package org.baoxiu.web.managers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.baoxiu.audit.HeatFilter;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.RepairClass;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody looks at on the page 时限热图, as the address says it; what is empty does not matter. */
record HeatQuery(Days days, String office, String repairClass, String item, String technician, String step) {

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
        return new HeatQuery(
                Days.of(from, until, LocalDate.now(clock), DAYS),
                office.strip(),
                repairClass,
                item.strip(),
                technician.strip(),
                step);
    }

    HeatFilter filter(Offices offices) {
        return new HeatFilter(
                days.begin(),
                days.end(),
                office.isEmpty() ? List.of() : List.of(offices.checked(office)),
                repairClass.isEmpty() ? null : classOf(repairClass),
                item.isEmpty() ? null : item,
                technician.isEmpty() ? null : technician);
    }

    static RepairClass classOf(String name) {
        try {
            return RepairClass.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("没有这个类别，请从列出的类别中选择。");
        }
    }

    /** Of the same figures, with another step or element. */
    String address(String path, String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", days.from())
                .queryParam("until", days.until());
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
