package org.baoxiu.office;

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
        @Nullable String note) {}
