/**
 * Enters: a network. Leaves: the same network in the workspace, sent in batches through the REST API, once however often
 * it is sent; a note of it beside the data; and the certainty that ranking and reminders have caught up.
 */
package dev.rapport.demo.importing;
