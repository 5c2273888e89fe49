/**
 * The file formats of contacts: vCard, CSV, JSContact and NDJSON, read and written one record at a time in bounded memory.
 * In: the bytes of a file, or contacts to export.
 * Out: {@link dev.rapport.contacts.format.ImportedRecord}s with all that had to be left out, or the bytes of a file.
 */
package dev.rapport.contacts.format;
