package org.baoxiu.slip;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.baoxiu.shared.Person;

/** A slip in the book, brought by the services to where dispatch, fees or feedback take over. */
public final class SlipStory {

    public static final Person CLERK = new Person("clerk1", Set.of("customerService"));
    public static final Person SUPERVISOR = new Person("supervisor", Set.of("engineeringSupervisor"));

    private SlipStory() {}

    public static Person technician(String id) {
        return new Person(id, Set.of("maintenance"));
    }

    public static CatalogueItem listed(String qualification) {
        return new CatalogueItem(
                "PL-01",
                "更换水管接头",
                qualification,
                0.5,
                new BigDecimal("80.00"),
                true,
                false,
                "扳手",
                "接头",
                null,
                false,
                false);
    }

    public static CatalogueItem unlisted() {
        return new CatalogueItem(
                "OTHER-01", "其他（未列项目）", "general", 2, new BigDecimal("0.00"), false, false, "", "", null, false, false);
    }

    /** @return the number of a slip whose team has been notified */
    public static String notified(Slips slips, Area area, CatalogueItem item, TestClock clock) {
        String number = slips.open(
                        new Report(
                                "一号管理处", Channel.PHONE, area, "张三", "13800000000", "1 栋 101", "水管漏水", clock.instant()),
                        CLERK)
                .number();
        slips.register(number, registration(item.code(), null, false, false, false, false, false, null), CLERK);
        slips.useItem(number, item);
        slips.classify(number, new Classification(RepairClass.DAILY, "customerService", "价目表内，半天以内", "4.2.3"));
        slips.notifyTeam(number);
        return number;
    }

    public static Registration registration(
            String item,
            Instant wanted,
            boolean emergency,
            boolean forcedEntry,
            boolean lossOrInjury,
            boolean underWarranty,
            boolean areaConfirmed,
            String note) {
        return new Registration(item, wanted, emergency, forcedEntry, lossOrInjury, underWarranty, areaConfirmed, note);
    }

    /** @return the number of a slip whose technician is on site */
    public static String onSite(Slips slips, Area area, CatalogueItem item, String technician, TestClock clock) {
        String number = notified(slips, area, item, clock);
        slips.change(number, technician(technician), 4, "4.3.3", "领单", slip -> slip.dispatching()
                .pickUp(technician, clock.instant()));
        slips.change(number, technician(technician), 4, "4.6.2", "到场", slip -> slip.dispatching()
                .arrive(clock.instant()));
        return number;
    }

    public static void finish(Slips slips, String number, String technician) {
        slips.finish(number, new Completion("接头老化", "更换接头", true, true, true, true), technician(technician));
    }
}
