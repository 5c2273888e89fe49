package dev.rapport.benchmarks.relevance;

import dev.rapport.events.Direction;

/** One way to put an owner's contacts in order. Time never goes back from one call to the next. */
interface Ranker {

    /** Something is about to be asked or added for an owner at an instant. */
    default void settle(int owner, long micros) {}

    /** A message, in one of its two views. */
    void add(int message, int view, Direction direction);

    /** What a contact is worth at an instant to which its owner is settled: the higher, the further up. */
    double value(int view, long micros);

    /** How many of an owner's contacts are worth more than a level, at an instant to which the owner is settled. */
    int above(int owner, double level, long micros);
}
