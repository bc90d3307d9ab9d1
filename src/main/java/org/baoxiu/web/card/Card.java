package org.baoxiu.web.card;

import java.util.List;
import java.util.Set;
import org.baoxiu.owner.ClerkSteps;

/**
 * What whoever answers the telephone sees of a place at once.
 *
 * @param office   with {@code place} what a slip about it says
 * @param remark   of the register, empty where there is none
 * @param people   whose it is, then who has reported from here; none for whoever may not see people
 * @param open     most urgent first
 * @param repaired in the last year, newest first
 * @param owed     slips that are not settled
 */
record Card(
        String office,
        String place,
        String address,
        boolean registered,
        String remark,
        List<Note> notes,
        List<Somebody> people,
        List<OpenLine> open,
        List<RepairedLine> repaired,
        List<Owed> owed) {

    record Note(long id, String text, String by) {}

    /**
     * @param role    such as owner, or that they have reported from here
     * @param remark  of the register, empty where there is none
     * @param calling whether it is their telephone that rings
     */
    record Somebody(String role, String name, List<Telephone> telephones, String remark, boolean calling) {}

    /** @param dialled for a link */
    record Telephone(String written, String dialled) {}

    /**
     * @param colour   by the promise that presses most
     * @param reporter empty for whoever may not see people
     * @param wanted   what the owner may want of it now
     */
    record OpenLine(
            String number,
            String subject,
            String fault,
            String state,
            String technician,
            String promise,
            String colour,
            String reporter,
            boolean asked,
            Set<ClerkSteps.Wanted> wanted) {}

    record RepairedLine(
            String number, String subject, String fault, String confirmed, String technician, boolean asked) {}

    /** @param amount with its sign in words: what is to be paid, or to be given back */
    record Owed(String number, String amount, String state) {}
}
