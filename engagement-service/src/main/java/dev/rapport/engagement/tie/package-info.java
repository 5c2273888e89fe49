/**
 * The tie to every contact with which something happened.
 * In: {@code rapport.interactions}, which say what to look at; the directory, which says whose a contact is and who stands
 * for it;
 * and the profiles in use, under each of which it is folded.
 * Out: stored ties, and each change of one as a snapshot on {@code rapport.relevance}.
 */
package dev.rapport.engagement.tie;
