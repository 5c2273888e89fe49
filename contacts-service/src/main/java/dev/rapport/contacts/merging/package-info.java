/**
 * Merging: several contacts become one, and for 30 days what they were again.
 * In: the survivor, the others, and whose value to take for which field.
 * Out: the survivor with all of them united, the others as merged into it, and the merge that undo needs.
 */
package dev.rapport.contacts.merging;
