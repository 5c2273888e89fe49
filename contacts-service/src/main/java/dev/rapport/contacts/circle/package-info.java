/**
 * Circles: named groups of contacts with a cadence and a priority.
 * In: circles as members state them, and who is in them; the contacts themselves name the circles they are in.
 * Out: the terms that a circle gives its contacts; when they change, every contact of the circle told anew.
 */
package dev.rapport.contacts.circle;
