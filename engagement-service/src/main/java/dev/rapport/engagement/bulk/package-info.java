/**
 * One statement for many rows, in one round trip.
 * In: rows, whose columns go to PostgreSQL as arrays that {@code unnest} turns back into rows.
 * Out: mapped rows.
 */
package dev.rapport.engagement.bulk;
