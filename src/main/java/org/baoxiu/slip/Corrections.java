package org.baoxiu.slip;

import java.time.Clock;
import java.util.List;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever may register puts right on an open slip, each with its line in the history (4.3.1). */
@Service
@Transactional
public class Corrections {

    private final Slips slips;
    private final PlaceRegister places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(Slips slips, PlaceRegister places, ApplicationEventPublisher events, Clock clock) {
        this.slips = slips;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** @throws org.baoxiu.shared.Rejection FORBIDDEN for whoever may not register such a slip */
    public void requireMayRegister(String number, Person by) {
        new Correcting(slips.get(number)).requireMayRegister(by);
    }

    /** The slip is none: it ends, and counts nowhere as a repair. */
    public void markMistaken(String number, String reason, Person by) {
        slips.change(number, by, 0, "4.3.1", "标为误登记：" + reason, slip -> {
            Correcting correcting = new Correcting(slip);
            correcting.requireMayRegister(by);
            correcting.mistaken(reason, clock.instant());
        });
    }

    /**
     * Each change has a line of its own: what it was, what it is, why. What class, promises and price follow from it is decided by
     * whoever calls.
     *
     * @param areaConfirmed whether the item belongs to another area on purpose (4.5.1, 4.5.2)
     * @return what has changed, never nothing
     */
    public List<Correction.Change> correct(
            String number, Correction to, boolean areaConfirmed, String reason, Person by) {
        Slip slip = slips.get(number);
        boolean elsewhere = to.changesPlace(Correction.of(slip));
        List<Correction.Change> changes = new Correcting(slip).correct(to, areaConfirmed, by, clock.instant());
        if (elsewhere) {
            // a place that somebody has matched by hand stays matched as long as it is written the same
            slip.intake().locate(places.locate(to.office(), to.place()));
        }
        for (Correction.Change change : changes) {
            String text = change.text() + "；原因：" + reason;
            if (change.what().equals(Correction.Change.WANTED)) {
                slips.changeTime(number, by, 0, change.clause(), text, changed -> {});
            } else {
                slips.change(number, by, 0, change.clause(), text, changed -> {});
            }
        }
        events.publishEvent(new SlipCorrected(slip, changes));
        return changes;
    }

    /** What the catalogue says of the item that was chosen; of the same item it holds what was valid when it was registered. */
    public void useItem(String number, CatalogueItem item) {
        Slip slip = slips.get(number);
        if (item.code().equals(slip.registeredItem().code())) {
            new Correcting(slip).checkArea();
        } else {
            slips.change(number, Person.system(), 0, "4.2.3", "维修项目：" + item.name(), changed -> new Correcting(changed)
                    .use(item));
        }
    }

    /** A line is written only when the class changes. */
    public void classify(String number, Classification result, boolean unsolvedTooLong) {
        Slip slip = slips.get(number);
        Classification before = slip.severity().classification();
        new Correcting(slip).classify(result, unsolvedTooLong, clock.instant());
        if (slip.severity().classification() != before) {
            slips.change(
                    number,
                    Person.system(),
                    0,
                    result.clause(),
                    "界定为" + result.repairClass().label() + "：" + result.reason(),
                    changed -> {});
        }
    }
}
