package dev.rapport.engagement.replies;

import dev.rapport.engagement.relevance.Owed;
import dev.rapport.events.Band;
import dev.rapport.events.InteractionKind;
import java.time.Duration;

/**
 * Some messages in a row from one side, of a contact and its owner. They wait for one answer, from the first of them on.
 *
 * @param side who is to answer
 * @param band of the contact, now
 * @param kind of the first message
 * @param answeredAfter null while nobody has answered
 */
record Turn(Owed side, Band band, InteractionKind kind, Duration answeredAfter) {}
