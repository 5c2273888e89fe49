/**
 * The quality of relevance on a real network. In: who wrote to whom and when, replayed through the product's own scoring
 * classes. Out: how high each ranking had put the person who was written to next.
 */
package dev.rapport.benchmarks.relevance;
