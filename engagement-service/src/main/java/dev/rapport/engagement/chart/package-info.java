/**
 * Line charts as SVG that stand by themselves: readable by screen readers, in light and in dark, without a script.
 * In: series of points, and stretches of the scale that have a name.
 * Out: the text of an SVG 1.1 document.
 */
package dev.rapport.engagement.chart;
