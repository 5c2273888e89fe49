/**
 * Enters: a file or nothing, and where the services are. Leaves: a workspace filled through the public REST APIs, as a
 * partner would fill it, and the page that a user came for on standard output.
 */
package dev.rapport.demo;
