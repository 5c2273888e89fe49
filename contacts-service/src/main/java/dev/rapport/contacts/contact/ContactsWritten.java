package dev.rapport.contacts.contact;

/**
 * Contacts of a workspace were written. Observe it after the transaction's success: their changes can be read then.
 *
 * @param workspace whose contacts they are
 */
public record ContactsWritten(String workspace) {}
