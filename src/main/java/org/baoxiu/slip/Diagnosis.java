package org.baoxiu.slip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What is broken and what has to be done about it: as the clerk chose it, as the team judged it (S3, Q2) and as it was found on
 * site. A part of the {@link Slip}, whose steps alone change it.
 */
public class Diagnosis {

    @Nullable
    String chosenItem;

    @Nullable
    String areaConfirmedFor;

    @Embedded.Nullable(prefix = "item_")
    CatalogueItem item;

    double estimatedHours;

    @Nullable
    String assessedCause;

    @Nullable
    String surveyFindings;

    boolean surveyNeeded;

    @Nullable
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
        return Optional.ofNullable(item)
                .filter(chosen -> !chosen.code().equals(areaConfirmedFor))
                .flatMap(chosen -> chosen.elsewhereThan(area)
                        .map(elsewhere -> "“" + chosen.name() + "”是" + elsewhere.label() + "的项目，这张单登记的部位是"
                                + area.label() + "。选错了请改选项目；确实如此，请勾选“部位与项目不同，已核实”后再提交。"));
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
    public @Nullable String itemCode() {
        return chosenItem;
    }

    /** The item of another area that a person has confirmed, or null. */
    public @Nullable String areaConfirmedFor() {
        return areaConfirmedFor;
    }

    public @Nullable CatalogueItem item() {
        return item;
    }

    public double estimatedHours() {
        return estimatedHours;
    }

    public @Nullable String assessedCause() {
        return assessedCause;
    }

    /** What was found when somebody had a look before the visit (S3), or null. */
    public @Nullable String surveyFindings() {
        return surveyFindings;
    }

    public boolean surveyNeeded() {
        return surveyNeeded;
    }

    public @Nullable String foundCause() {
        return foundCause;
    }

    public boolean noiseOrSmell() {
        return noiseOrSmell;
    }
}
