package dev.rapport.notifier.egress;

import java.time.Duration;

/**
 * What came of one request.
 *
 * @param status null when there was no whole head of an answer
 * @param retryAfter that header, null when there was none
 * @param excerpt the beginning of the body
 * @param fault why there is no status; null when there is one
 */
public record Answer(Integer status, String retryAfter, String excerpt, String fault, Duration took) {}
