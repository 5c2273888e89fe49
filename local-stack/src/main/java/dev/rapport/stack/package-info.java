/**
 * The systems that the services lean on, real and in one process: PostgreSQL, a Kafka broker, a mail server.
 * In: a data folder and ports (or none, for tests). Out: addresses to connect to, mails as files,
 * and {@link dev.rapport.stack.TokenIssuer}, which signs bearer tokens that the services accept.
 */
package dev.rapport.stack;
