/**
 * Keyset paging: no repeat and no skip while rows come and go.
 * In: {@code limit} and an opaque {@code cursor}, which holds the sort key of the last row shown.
 * Out: {@code {"items", "next"}} and a {@code Link: rel="next"} header (RFC 8288).
 */
package dev.rapport.api.paging;
