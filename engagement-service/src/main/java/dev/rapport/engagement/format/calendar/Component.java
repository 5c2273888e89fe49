package dev.rapport.engagement.format.calendar;

/**
 * One component of a calendar as text.
 *
 * @param line where it begins
 * @param name for example {@code VEVENT}, in upper case
 * @param text its lines from BEGIN to END; only so much as is of use
 * @param isWhole whether its END was found
 */
record Component(long line, String name, String text, boolean isWhole) {}
