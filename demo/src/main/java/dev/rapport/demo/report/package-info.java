/**
 * Enters: the services' answers. Leaves: plain text of at most {@value dev.rapport.demo.report.Text#WIDTH} columns that
 * shows what a user came for. Nothing is printed that no service said.
 */
package dev.rapport.demo.report;
