/**
 * What was seen about contacts that gives a reason to reach out.
 * In: signals from {@code rapport.signals}, in any order, any number of times.
 * Out: one row per signal, for planning.
 */
package dev.rapport.notifier.signal;
