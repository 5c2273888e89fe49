/**
 * An edition as people read it.
 * In: an {@link dev.rapport.notifier.edition.content.Edition}.
 * Out: the same as a page of a small newspaper, and as a mail with HTML and plain text.
 */
package dev.rapport.notifier.edition.page;
