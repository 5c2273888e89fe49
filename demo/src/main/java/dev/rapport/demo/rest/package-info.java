/**
 * Enters: requests to the three services. Leaves: their answers, after patient retries; refusals and unreachable services
 * as {@link dev.rapport.demo.rest.ApiFailure} with one line to show.
 */
package dev.rapport.demo.rest;
