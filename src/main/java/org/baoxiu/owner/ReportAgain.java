package org.baoxiu.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.SameRepairs;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What was repaired is broken again: a slip that has been closed stays closed, and another is opened for the same place and item, which counts as rework
 * as long as it comes soon enough (5.4).
 */
@Component
public class ReportAgain {

    private final OwnerSteps steps;
    private final Reporting reporting;
    private final SameRepairs repairs;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Duration soon;

    ReportAgain(
            OwnerSteps steps,
            Reporting reporting,
            SameRepairs repairs,
            Catalogue catalogue,
            Clock clock,
            @Value("${baoxiu.month.rework-days}") int days) {
        this.steps = steps;
        this.reporting = reporting;
        this.repairs = repairs;
        this.catalogue = catalogue;
        this.clock = clock;
        this.soon = Duration.ofDays(days);
    }

    /** Whether it was repaired lately, and nobody has reported it again since. */
    public boolean offered(Slip slip) {
        Instant accepted = slip.acceptance().confirmedAt();
        return slip.state() == SlipState.CLOSED
                && slip.repairDone()
                && accepted != null
                && clock.instant().isBefore(accepted.plus(soon))
                && repairs.after(slip).isEmpty();
    }

    /** Before the transaction of {@link #report}. */
    public void prepare(Slip slip, String words) {
        reporting.prepare(again(slip, words));
    }

    /** @return the number of the new slip */
    public String report(Slip slip, String words) {
        if (!offered(slip)) {
            throw Rejection.outOfTurn(slip.number(), "不能从这张单再次报修：已经再次报修，或者过了返修的期限。请另行报修。");
        }
        Report report = again(slip, words);
        reporting.sameFaultElseCounted(report, false).ifPresent(open -> {
            throw Rejection.invalid("这个地点已有您报修的维修单 " + open.number() + "，正在办理。请打开那张单催办。");
        });
        String number = steps.report(report, null);
        CatalogueItem item = slip.item();
        if (item != null && catalogue.find(item.code()).isPresent()) {
            steps.suggestItem(number, item.code());
        }
        return number;
    }

    private Report again(Slip slip, String words) {
        Report first = slip.report();
        return new Report(
                first.office(),
                Channel.WEB,
                first.area(),
                first.reporterName(),
                first.reporterPhone(),
                first.place(),
                "修过又坏（上次 " + slip.number() + "）：" + words,
                clock.instant());
    }
}
