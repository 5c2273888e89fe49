/**
 * The one place for SQL that a request runs: the workspace of the token is bound to it, always.
 * In: SQL with named parameters, {@code :workspace} among them.
 * Out: mapped rows.
 */
package dev.rapport.api.sql;
