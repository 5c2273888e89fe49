/**
 * Black-box tests: the packaged services as processes on a real PostgreSQL, Kafka and SMTP server.
 * In: requests over REST, kills by pid, a clock that is moved. Out: what members and partners see, compared with
 * computations of this package's own.
 */
package dev.rapport.system;
