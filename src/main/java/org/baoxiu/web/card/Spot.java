package org.baoxiu.web.card;

import java.util.Optional;
import org.baoxiu.office.Location;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceKind;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.web.desk.CardAddress;

/**
 * What a call is about: a flat or a public place, whether the register has it or not.
 *
 * @param place as a slip about it says it
 */
record Spot(String office, String place, Location location, Optional<Place> registered) {

    String placeKey() {
        return location.placeKey();
    }

    /** Whether it is a flat, as far as that can be read. */
    boolean flat() {
        return registered.map(found -> found.kind() == PlaceKind.FLAT).orElseGet(() -> PlaceName.of(office, place)
                .isFlat());
    }

    /**
     * Where its card is, for whoever calls.
     *
     * @param ringing their telephone, or empty
     */
    String address(String ringing) {
        return ringing.isEmpty() ? address() : CardAddress.asking(address(), "telephone", ringing);
    }

    /** Where its card is. */
    String address() {
        return registered.map(found -> CardAddress.of(found.id())).orElseGet(() -> CardAddress.of(office, place));
    }
}
