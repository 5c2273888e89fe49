/**
 * The arithmetic of relevance, free of frameworks, databases and clocks. In: what passed between a contact and its owner
 * ({@link dev.rapport.engagement.scoring.Touch}), a profile, an instant. Out: the tie that this makes, its strength,
 * score, band and drift, and each interaction's share in it; the heat of a conversation and the ranking by it; the
 * profile that fits an owner's rhythm, and ready ones.
 */
package dev.rapport.engagement.scoring;
