/**
 * Exports: contacts as files, streamed while they are read.
 * In: the conditions of the list, and a format.
 * Out: a file of any format of {@link dev.rapport.contacts.format.ContactFormat}, which an import reads back.
 */
package dev.rapport.contacts.exporting;
