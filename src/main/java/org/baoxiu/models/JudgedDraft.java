package org.baoxiu.models;

import java.util.List;

/**
 * What the gate says of a draft, as if it went live at this moment.
 *
 * @param faults      sentences; with one of them it cannot go live
 * @param toConfirm   sentences about figures that jump, which somebody has to confirm
 * @param findings    sentences of {@link DraftFindings}, which whoever decides has to know
 * @param differences to what is in force; as far as the files can be read
 * @param seen        what is in force at this moment, to be given back with the decision to go live
 */
public record JudgedDraft(
        List<String> faults,
        List<String> toConfirm,
        List<String> findings,
        List<FileDifference> differences,
        String seen) {

    /** Whether nothing keeps it from going live. */
    public boolean good() {
        return faults.isEmpty() && !differences.isEmpty();
    }
}
