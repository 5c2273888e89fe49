/**
 * Tables and lists: CSV of any program, LinkedIn's messages, one JSON object a line.
 * In: rows of text whose columns are mapped, or known by their names.
 * Out: one record a row: an interaction, why there is none, or what is wrong with which column.
 */
package dev.rapport.engagement.format.table;
