package org.baoxiu.office;

import org.jspecify.annotations.Nullable;

/**
 * Where something is, as far as it is understood.
 *
 * @param placeKey the normal form of the place; that of the register where it is recognised
 * @param building in its normal form, where one is said
 * @param placeId  the flat or public place of the register, where it is recognised
 */
public record Location(String placeKey, @Nullable String building, @Nullable Long placeId) {}
