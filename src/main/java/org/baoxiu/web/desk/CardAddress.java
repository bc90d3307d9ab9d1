package org.baoxiu.web.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where the card of a place is. */
public final class CardAddress {

    public static final String PATH = "/desk/places";

    private CardAddress() {}

    /** @param id of the register */
    public static String of(long id) {
        return PATH + "/" + id;
    }

    /** Of a place that the register does not have, as somebody has written it. */
    public static String of(String office, String place) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("office", "{office}")
                .queryParam("place", "{place}")
                .encode()
                .buildAndExpand(office, place)
                .toUriString();
    }

    /** A card with something more that it is asked for. */
    public static String asking(String card, String name, String value) {
        return card + (card.contains("?") ? "&" : "?") + name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
