package org.baoxiu.office;

import org.jspecify.annotations.Nullable;

/**
 * What many have in common: a building, a unit of one, a public place, or the whole community.
 *
 * @param building of the register, also that of a unit or a public place; null where there is none
 * @param unit     likewise
 * @param place    null for a building, a unit and the whole community
 * @param label    as people say it
 * @param inside   the normal form of everything in it begins so, after its building's; null for a building and what is in none
 */
public record Part(
        @Nullable Long building,
        @Nullable Long unit,
        @Nullable Long place,
        String label,
        @Nullable String buildingKey,
        @Nullable String inside) {

    private static final String UNIT = "单元";

    public static final Part WHOLE = new Part(null, null, null, "整个小区", null, null);

    public boolean whole() {
        return building == null && place == null;
    }

    /**
     * Whether what is the matter with it concerns whoever is at a place. A lift concerns its whole building or unit; a place that does not
     * say its unit may be in any.
     */
    public boolean concerns(Location at) {
        return whole()
                || place != null && place.equals(at.placeId())
                || buildingKey != null
                        && buildingKey.equals(at.building())
                        && (inside == null
                                || at.placeKey().startsWith(inside)
                                || !at.placeKey().contains(UNIT));
    }
}
