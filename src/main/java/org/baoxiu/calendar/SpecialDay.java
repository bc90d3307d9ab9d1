package org.baoxiu.calendar;

/**
 * A day that does not follow the week.
 *
 * @param worked true for a make-up workday (调休上班), false for a closed day
 * @param name   of the festival, in Chinese, as in the notice
 */
public record SpecialDay(boolean worked, String name) {}
