package org.baoxiu.office;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flat or a public place of the register.
 *
 * @param building as the register has it; null for a public place that is in none
 * @param unit     null where there is none
 * @param name     the number of a flat, the name of a public place
 * @param code     a short one of a public place, such as DT3, or null
 * @param key      its normal form
 * @param note     what whoever goes there should know, or null
 */
public record Place(
        long id,
        PlaceKind kind,
        String office,
        @Nullable String building,
        @Nullable String unit,
        String name,
        @Nullable String code,
        String key,
        @Nullable String note) {

    /** As people say it, such as 3栋 2单元 501; lists often have the bare numbers. */
    public String label() {
        return Stream.of(numbered(building, "栋"), numbered(unit, "单元"), name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String numbered(@Nullable String part, String sign) {
        return part != null && part.chars().allMatch(Character::isDigit) ? part + sign : part;
    }
}
