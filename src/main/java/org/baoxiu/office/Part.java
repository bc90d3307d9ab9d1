package org.baoxiu.office;

import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What many have in common: a building, a unit of one, a public place, the whole community, or a place that the register does not have.
 *
 * @param building of the register, also that of a unit or a public place; null where there is none
 * @param unit     likewise
 * @param place    null for a building, a unit, the whole community, and what the register does not have
 * @param label    as people say it
 * @param inside   the normal form of everything in it begins so, after its building's; null for a building and what is in none
 * @param said     the normal form of a place that the register does not have, otherwise null
 */
public record Part(
        @Nullable Long building,
        @Nullable Long unit,
        @Nullable Long place,
        String label,
        @Nullable String buildingKey,
        @Nullable String inside,
        @Nullable String said) {

    private static final String UNIT = "单元";

    public static final Part WHOLE = new Part(null, null, null, "整个小区", null, null, null);

    /**
     * A place by what somebody has written, which the register does not have.
     *
     * @param building of the register, where it says one that is there; likewise the unit
     */
    public static Part said(String office, String text, @Nullable Long building, @Nullable Long unit) {
        PlaceName name = PlaceName.of(office, text);
        return new Part(
                building,
                unit,
                null,
                Texts.line(text),
                name.building().isEmpty() ? null : name.building(),
                name.unit().isEmpty() ? null : name.building() + name.unit(),
                name.key());
    }

    public boolean whole() {
        return building == null && place == null && said == null;
    }

    /** Whether nobody of the register lives there: the register knows neither the place nor the building that it is in. */
    public boolean unknown() {
        return said != null && building == null;
    }

    /** Whether both are one place, however each is written. */
    public boolean isSameAs(Part other) {
        return said == null ? equals(other) : said.equals(other.said);
    }

    /**
     * Whether what is the matter with it concerns whoever is at a place. A lift concerns its whole building or unit; a place that does not
     * say its unit may be in any.
     */
    public boolean concerns(Location at) {
        return whole()
                || place != null && place.equals(at.placeId())
                || said != null && buildingKey == null && isSaidBy(said, at)
                || buildingKey != null
                        && buildingKey.equals(at.building())
                        && (inside == null
                                || at.placeKey().startsWith(inside)
                                || !at.placeKey().contains(UNIT));
    }

    /** Whether the place says it, among other words too but not as a piece of a longer number, or is in the building that it begins with. */
    private static boolean isSaidBy(String said, Location at) {
        String key = at.placeKey();
        for (int start = key.indexOf(said); start >= 0; start = key.indexOf(said, start + 1)) {
            if (!cuts(key, start) && !cuts(key, start + said.length())) {
                return true;
            }
        }
        return at.building() != null && said.startsWith(at.building());
    }

    private static boolean cuts(String key, int at) {
        return at > 0 && at < key.length() && isSign(key.charAt(at - 1)) && isSign(key.charAt(at));
    }

    /** Of numbers such as 12 and B1. */
    private static boolean isSign(char one) {
        return one >= '0' && one <= '9' || one >= 'A' && one <= 'Z';
    }
}
