/**
 * Keeps one workspace from slowing down the others.
 * In: requests with a token.
 * Out: the RateLimit headers on every answer; 429 to a workspace that asks too much.
 */
package dev.rapport.api.ratelimit;
