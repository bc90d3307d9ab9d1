package org.baoxiu.slip;

import java.util.Optional;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What is broken and what has to be done about it: as the clerk chose it, as the team judged it (S3, Q2) and as it was found on
 * site. A part of the {@link Slip}, whose steps alone change it.
 */
public class Diagnosis {

    String chosenItem;
    String areaConfirmedFor;

    @Embedded.Nullable(prefix = "item_")
    CatalogueItem item;

    double estimatedHours;
    String assessedCause;
    String surveyFindings;
    boolean surveyNeeded;
    String foundCause;
    boolean noiseOrSmell;

    Diagnosis() {}

    void suggest(String itemCode) {
        chosenItem = itemCode;
    }

    /** A confirmation counts for the item for which it was given, and for no other. */
    void choose(String itemCode, boolean areaConfirmed) {
        chosenItem = itemCode;
        areaConfirmedFor = areaConfirmed ? itemCode : areaConfirmedFor;
    }

    /** The standard hours hold until somebody has judged how long it takes (Q2). */
    void use(CatalogueItem item) {
        this.item = item;
        if (assessedCause == null) {
            estimatedHours = item.standardHours();
        }
    }

    /** What is repaired in a public area only is not on a slip in a unit by mistake, nor the reverse (4.5.1, 4.5.2). */
    Optional<String> objectionToItemIn(Area area) {
        return item.isElsewhereThan(area) && !item.code().equals(areaConfirmedFor)
                ? Optional.of("“" + item.name() + "”是" + item.area().label() + "的项目，这张单登记的部位是" + area.label()
                        + "。选错了请改选项目；确实如此，请勾选“部位与项目不同，已核实”后再提交。")
                : Optional.empty();
    }

    void judge(Assessment assessment) {
        choose(assessment.itemCode(), assessment.areaConfirmed());
        assessedCause = assessment.cause();
        estimatedHours = assessment.hours();
    }

    void surveyed(String findings) {
        surveyFindings = findings;
    }

    void found(String cause, boolean noiseOrSmell) {
        foundCause = cause;
        this.noiseOrSmell = noiseOrSmell;
    }

    /** The item that was chosen last; {@link #item()} follows when the catalogue has been looked up. */
    public String itemCode() {
        return chosenItem;
    }

    /** The item of another area that a person has confirmed, or null. */
    public String areaConfirmedFor() {
        return areaConfirmedFor;
    }

    public CatalogueItem item() {
        return item;
    }

    public double estimatedHours() {
        return estimatedHours;
    }

    public String assessedCause() {
        return assessedCause;
    }

    public boolean surveyNeeded() {
        return surveyNeeded;
    }

    public String foundCause() {
        return foundCause;
    }

    public boolean noiseOrSmell() {
        return noiseOrSmell;
    }
}
