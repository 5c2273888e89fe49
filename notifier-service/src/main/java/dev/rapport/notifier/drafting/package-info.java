/**
 * Lines to send to the people that members are reminded of.
 * In: what is known of a contact, and the templates of Rapport and of the workspace.
 * Out: a drafted line for each reminder, in the contact's language.
 */
package dev.rapport.notifier.drafting;
