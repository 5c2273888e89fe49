/**
 * What passed between contacts and their owners.
 * In: interactions over REST, one or many, and their corrections; contacts that become known after something was recorded
 * about them.
 * Out: stored facts, each revision of which is told once on {@code rapport.interactions}; the touches of a contact, for its
 * tie.
 */
package dev.rapport.engagement.interaction;
