package org.baoxiu.office;

/**
 * Where something is, as far as it is understood.
 *
 * @param placeKey the normal form of the place; that of the register where it is recognised
 * @param building in its normal form, null where none is said
 * @param placeId  the flat or public place of the register, null where none is recognised
 */
public record Location(String placeKey, String building, Long placeId) {}
