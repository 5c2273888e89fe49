/**
 * What every service's OpenAPI document must tell, so that a client can be generated from it and used.
 * In: a document as it is served, and as it is committed.
 * Out: what is missing, in words; whether the two are the same.
 */
package dev.rapport.openapi;
