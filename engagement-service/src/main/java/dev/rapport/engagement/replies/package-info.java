/**
 * Who waits for whose answer, and how long answers take.
 * In: ties, which know who turned to whom last; interactions of a period.
 * Out: replies owed by either side; the median and the 90th percentile of answering times.
 */
package dev.rapport.engagement.replies;
