package org.baoxiu.slip;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TimeZone;
import org.baoxiu.shared.Person;

/** Slips for tests, brought step by step to where a rule is to be tried. */
final class SlipAt {

    /** The application sets its time by itself, which a rule that is tried alone does not; both may run in one machine. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    }

    static final Instant NINE =
            LocalDateTime.of(2026, 11, 23, 9, 0).atZone(ZONE).toInstant();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String NUMBER = "WX20261123-000001";
    static final Person CLERK = new Person("clerk1", Set.of("customerService"));
    static final BigDecimal AGREED = new BigDecimal("130.00");
    static final Classification DAILY = new Classification(RepairClass.DAILY, "customerService", "价目表内，半天以内", "4.2.3");
    static final Classification IMPORTANT =
            new Classification(RepairClass.IMPORTANT, "customerServiceLead", "价目表外", "4.2.3");
    static final Classification ACCIDENT =
            new Classification(RepairClass.ACCIDENT, "customerServiceLead", "造成重大损失或人身伤害", "4.2.1.2");
    static final Completion DONE = new Completion("接头老化", "更换接头", true, true, true, true);

    private SlipAt() {}

    static Report report(Area area) {
        return new Report("一号管理处", Channel.PHONE, area, "张三", "13800000000", "1 栋 101", "水管漏水", NINE);
    }

    static CatalogueItem listedItem() {
        return new CatalogueItem(
                "PL-01",
                "更换水管接头",
                "plumbing",
                0.5,
                new BigDecimal("80.00"),
                true,
                false,
                "扳手",
                "接头",
                Area.INSIDE,
                false,
                false);
    }

    static Slip received() {
        return Slip.open(NUMBER, report(Area.INSIDE), null, null, NINE, CLERK);
    }

    static Slip registered(boolean forcedEntry) {
        return registered(received(), forcedEntry);
    }

    private static Slip registered(Slip slip, boolean forcedEntry) {
        slip.registering()
                .register(SlipStory.registration("PL-01", null, false, forcedEntry, false, false, false, null), NINE);
        slip.registering().use(listedItem(), NINE);
        slip.assessing().classify(DAILY, NINE);
        return slip;
    }

    static Slip notified() {
        Slip slip = registered(false);
        slip.registering().notifyTeam(NINE);
        return slip;
    }

    static Slip pickedUp() {
        Slip slip = notified();
        slip.dispatching().pickUp("tech1", NINE);
        return slip;
    }

    static Slip onSite() {
        Slip slip = pickedUp();
        slip.dispatching().arrive(NINE);
        return slip;
    }

    static Slip onSiteInPublicArea() {
        Slip slip = registered(Slip.open(NUMBER, report(Area.PUBLIC), null, null, NINE, CLERK), false);
        slip.registering().notifyTeam(NINE);
        slip.dispatching().pickUp("tech1", NINE);
        slip.dispatching().arrive(NINE);
        return slip;
    }

    static Slip quoted() {
        Slip slip = onSite();
        slip.quoting().quote("接头老化", false, false, false);
        slip.quoting().quotedAt(AGREED);
        return slip;
    }

    static Slip consented() {
        Slip slip = quoted();
        slip.quoting().consent();
        return slip;
    }

    static Slip working() {
        Slip slip = consented();
        slip.repairing().startWork(NINE);
        return slip;
    }

    static Slip finished() {
        Slip slip = working();
        slip.repairing().finish(DONE, NINE.plus(Duration.ofMinutes(25)));
        slip.repairing().bill(AGREED);
        return slip;
    }

    static Slip confirmed() {
        Slip slip = finished();
        slip.confirming().accept(new Signatory("张三", false), NINE.plus(Duration.ofMinutes(30)));
        return slip;
    }

    static Slip refused() {
        Slip slip = quoted();
        slip.quoting().refuse("太贵", NINE);
        return slip;
    }

    static Slip followedUp() {
        Slip slip = confirmed();
        slip.followingUp().followUp();
        return slip;
    }

    static Slip closed() {
        Slip slip = followedUp();
        slip.followingUp().close(NINE);
        return slip;
    }
}
