/**
 * Who asks, and for which workspace.
 * In: the claims of a verified bearer token.
 * Out: {@link dev.rapport.api.security.CurrentMember}, and with it the tenant of every query.
 */
package dev.rapport.api.security;
