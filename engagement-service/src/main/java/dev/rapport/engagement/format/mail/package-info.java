/**
 * Mailboxes and single messages: who wrote to whom, and whether a person did.
 * In: mbox of any dialect or one message, with anything wrong in it that mail of forty years can have.
 * Out: one record a message: an email between the member and others, or why it is kept out of relevance.
 */
package dev.rapport.engagement.format.mail;
