/**
 * Who is written to and heard from but is no contact yet.
 * In: interactions that begin and cease to wait for their contact, as the database notes them; what members ignore.
 * Out: groups of them by address or id, so that a frontend can offer "add this person".
 */
package dev.rapport.engagement.unmatched;
