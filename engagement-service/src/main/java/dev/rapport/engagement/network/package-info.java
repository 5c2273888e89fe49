/**
 * The figures that tell collecting contacts from engaging them.
 * In: the directory, ties and interactions as they are; the same figures of past days, which are kept day by day.
 * Out: size, engaged share, cadences kept, bands, reciprocity and growth, as figures and as a chart.
 */
package dev.rapport.engagement.network;
