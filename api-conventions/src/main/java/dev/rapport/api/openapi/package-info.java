/**
 * What is true of every operation, written into the OpenAPI documents once.
 * In: the document that a service generates from its resources.
 * Out: the same with the bearer scheme, the problems that any operation can answer, merge patches, and examples everywhere.
 */
package dev.rapport.api.openapi;
