package dev.rapport.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A service's answer.
 *
 * @param status 200 to 299, or 404 where that is an answer
 * @param etag null when there was none
 * @param body a missing node when there was none
 */
public record Answer(int status, String etag, JsonNode body) {}
