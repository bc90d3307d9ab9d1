package org.baoxiu.web.card;

import java.util.List;
import org.baoxiu.slip.Catalogue;

/**
 * What the words of a fault tell before a slip is opened.
 *
 * @param spoken    items that the words speak of, the likeliest first
 * @param item      code of the item that is chosen, empty where none is
 * @param elsewhere whether that one is found in the other area only
 * @param safety    what to say to the caller at once
 * @param alike     open slips that may be about the same
 */
record Heard(List<Catalogue.Entry> spoken, String item, boolean elsewhere, List<String> safety, List<Alike> alike) {

    record Alike(String number, String place, String fault, String state) {}

    /** Numbers of the slips that whoever says it is something else has seen. */
    public String seen() {
        return String.join(",", alike.stream().map(Alike::number).toList());
    }
}
