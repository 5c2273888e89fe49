/**
 * What passed between contacts and their owners.
 * In: interactions over REST, one or many; contacts that become known after something was recorded about them.
 * Out: stored facts, each told once on {@code rapport.interactions}; the touches of a contact, for its tie.
 */
package dev.rapport.engagement.interaction;
