package org.baoxiu.office;

import java.util.List;

/**
 * What a list does to the register, in lines of the list.
 *
 * @param added   with a flat, a public place or a person that the register did not have
 * @param changed with a place or a person of whom something is different
 * @param refused what nothing is done with, in the order of the list
 */
public record ImportResult(int added, int changed, int unchanged, List<Refused> refused) {

    /**
     * @param row    as the program that shows the list counts, the row with the headings is 1
     * @param reason in one sentence, for the person at the screen
     */
    public record Refused(int row, String reason) {}
}
