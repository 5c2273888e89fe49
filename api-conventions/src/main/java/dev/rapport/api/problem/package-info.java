/**
 * Every error as application/problem+json (RFC 9457).
 * In: exceptions of the services, of validation, of JSON, of security and of the HTTP layer.
 * Out: a {@link dev.rapport.api.problem.Problem} that names the field and how to mend it; never a stack.
 */
package dev.rapport.api.problem;
