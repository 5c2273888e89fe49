/**
 * What ties are worth now: the ranking, one contact's relevance, and why it is what it is.
 * In: requests, stored ties and interactions, the time of the clock.
 * Out: views; nothing is stored here.
 */
package dev.rapport.engagement.relevance;
