/**
 * How requests are read and answers are written.
 * In: JSON from strangers: strict, bounded, nothing ignored.
 * Out: camelCase JSON, RFC 3339 instants, absent instead of null.
 */
package dev.rapport.api.json;
