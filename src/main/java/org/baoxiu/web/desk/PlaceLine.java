package org.baoxiu.web.desk;

import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceSearch;

/**
 * A flat or public place of the register that was found, as the desk writes it.
 *
 * @param people whose it is, with telephones; empty for whoever may not see them
 */
record PlaceLine(long id, String office, String place, String people) {

    static PlaceLine of(PlaceSearch.Found found) {
        Place place = found.place();
        return new PlaceLine(place.id(), place.office(), place.label(), String.join("；", found.people()));
    }
}
