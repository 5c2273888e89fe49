/**
 * Figures of the running system, measured from outside.
 * In: the three services of {@code ./rapport up}, or a PostgreSQL of its own. Out: percentiles and rates, each beside a
 * baseline of the same run, because machines differ and are shared.
 */
package dev.rapport.benchmarks;
