package org.baoxiu.owner;

import java.util.List;
import java.util.Optional;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;

/** What holds for a report of an owner by whatever door it comes in (S1, S2, 4.2.1.1). */
@Component
public class Reporting {

    private static final String BY_TELEPHONE = "report of telephone";
    private static final int REPORTS_OF_A_TELEPHONE_AN_HOUR = 5;
    private final Slips slips;
    private final PlaceSlips placeSlips;
    private final PlaceRegister places;
    private final Throttle throttle;

    Reporting(Slips slips, PlaceSlips placeSlips, PlaceRegister places, Throttle throttle) {
        this.slips = slips;
        this.placeSlips = placeSlips;
        this.places = places;
        this.throttle = throttle;
    }

    /** The slip that is open for the same place and telephone: its owner may rather urge. */
    public Optional<Slip> sameFault(Report report) {
        return slips.openAt(report.office(), report.place()).stream()
                .filter(slip ->
                        Telephones.key(slip.report().reporterPhone()).equals(Telephones.key(report.reporterPhone())))
                .findFirst();
    }

    /** Open slips that may be about the same, as far as its place and telephone tell. */
    public List<Slip> alike(Report report) {
        return placeSlips.alike(
                report.office(), places.locate(report.office(), report.place()), null, report.reporterPhone());
    }

    /** Before the transaction that opens a slip for this report. */
    public void prepare(Report report) {
        prepare(report.reporterPhone());
    }

    public void prepare(String telephone) {
        throttle.prepare(BY_TELEPHONE, Telephones.key(telephone));
    }

    /**
     * In the transaction in which a clerk opens a slip, before anything else: whatever is reported from that telephone at the same time,
     * through whichever door, is there by then. A clerk may open as many as people ring up about.
     */
    public void waitForOthers(String telephone) {
        throttle.hold(BY_TELEPHONE, Telephones.key(telephone));
    }

    /**
     * In the transaction that opens a slip, before anything else: reports of one telephone come here one after the other, so that
     * the second of two at once finds the slip of the first. What opens no slip is rolled back and does not count.
     *
     * @param another whether it is said to be another fault
     * @return the slip that is open for the same fault: then none is to be opened
     * @throws Throttle.TooManyRequests if this telephone has reported too often within the hour
     */
    public Optional<Slip> sameFaultElseCounted(Report report, boolean another) {
        int reports = throttle.add(BY_TELEPHONE, Telephones.key(report.reporterPhone()));
        Optional<Slip> same = another ? Optional.empty() : sameFault(report);
        if (same.isEmpty() && reports > REPORTS_OF_A_TELEPHONE_AN_HOUR) {
            throw new Throttle.TooManyRequests();
        }
        return same;
    }
}
