package org.baoxiu.process.repair.step2register;

import org.baoxiu.process.form.Field;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.RepairClass;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;

/** What the tables of the catalogue and of the classes have answered. */
public final class Decided {

    private Decided() {}

    /**
     * Both areas, and a catalogue without this column, are anywhere.
     *
     * @param stops whether the case can still wait for the application for a forced entry (4.7.5)
     */
    public static CatalogueItem item(String code, DmnDecisionResultEntries answer, boolean stops) {
        return new CatalogueItem(
                code,
                answer.getEntry("itemName"),
                answer.getEntry("qualification"),
                answer.<Number>getEntry("standardHours").doubleValue(),
                Yuan.ofFen(answer.getEntry("labourPriceFen")),
                answer.getEntry("inPriceList"),
                answer.getEntry("emergencyByNature"),
                answer.getEntry("tools"),
                answer.getEntry("materials"),
                Field.constant(Area.class, answer.get("area")).orElse(null),
                stops && Boolean.TRUE.equals(answer.get("forcedEntry")),
                Boolean.TRUE.equals(answer.get("contractorOnly")));
    }

    public static Classification classification(DmnDecisionResultEntries answer) {
        return new Classification(
                RepairClass.valueOf(answer.<String>getEntry("repairClass").toUpperCase()),
                answer.getEntry("responsibleRole"),
                answer.getEntry("reason"),
                answer.getEntry("clause"));
    }
}
