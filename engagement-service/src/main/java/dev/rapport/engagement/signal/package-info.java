/**
 * What was seen about contacts that gives a reason to reach out or to read.
 * In: signals over REST or reported on Kafka; the directory, whose contacts change organization and title, appear, merge and
 * are erased.
 * Out: stored facts; of all that are one by source or by likeness the first, told on {@code rapport.signals}.
 */
package dev.rapport.engagement.signal;
