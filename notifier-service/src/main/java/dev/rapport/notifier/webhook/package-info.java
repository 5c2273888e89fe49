/**
 * Events on their way to partners' endpoints, by the Standard Webhooks specification.
 * In: {@link dev.rapport.notifier.webhook.WebhookEvents}, in the transaction of what happened; {@code /v1/webhooks}.
 * Out: signed CloudEvents, sent outside of any transaction until the endpoint has them; a log of every attempt.
 */
package dev.rapport.notifier.webhook;
