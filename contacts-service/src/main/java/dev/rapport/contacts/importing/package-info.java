/**
 * Imports: files of contacts, taken in whole, then worked off in the background, record by record.
 * In: files of any format of {@link dev.rapport.contacts.format.ContactFormat}, up to a gigabyte.
 * Out: contacts through {@link dev.rapport.contacts.contact.WriteContacts}; counts, progress and every problem by line and field.
 */
package dev.rapport.contacts.importing;
