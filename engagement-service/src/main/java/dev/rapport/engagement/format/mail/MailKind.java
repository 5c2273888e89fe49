package dev.rapport.engagement.format.mail;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.IgnoredReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a message is one that a person wrote to people. List mail by RFC 2919 and RFC 2369, automatic mail by RFC 3834 and
 * RFC 3464, and the marks of common programs.
 *
 * @param detail the field that shows it
 */
record MailKind(IgnoredReason reason, String detail) {

    private static final List<String> LIST_FIELDS = List.of(
            "list-id",
            "list-post",
            "mailing-list",
            "x-mailing-list",
            "x-beenthere",
            "x-mailman-version",
            "x-listname",
            "list-subscribe",
            "x-google-group-id",
            "x-yahoo-newman-id");
    private static final List<String> BULK_FIELDS = List.of(
            "feedback-id",
            "list-unsubscribe-post",
            "x-campaign",
            "x-campaign-id",
            "x-campaignid",
            "x-mailgun-sid",
            "x-sg-eid",
            "x-mc-user",
            "x-csa-complaints",
            "x-report-abuse",
            "x-mailchimp-id",
            "x-sfmc-stack",
            "precedence");
    private static final List<String> PROGRAM_FIELDS = List.of(
            "x-autoreply",
            "x-autorespond",
            "x-autoresponder",
            "x-auto-reply",
            "x-failed-recipients",
            "x-vacation",
            "x-bugzilla-reason",
            "x-bugzilla-product",
            "x-github-reason",
            "x-jira-fingerprint",
            "x-gitlab-project");
    private static final Set<String> BULK = Set.of("bulk", "junk");
    private static final int EXPUNGED = 0x0008;

    private static final Pattern NO_REPLY = Pattern.compile(
            "(.*[-_.+])?(no|do-?not|donot|never|not)[-_.]?reply.*@.*|(newsletter|notifications?|bounces?|alerts?|mailings?)([-_.+].*)?@.*|.*[-_.+](bounces?|noreply)@.*");
    private static final Pattern DAEMON = Pattern.compile("(mailer[-_]daemon|postmaster|mail-daemon)@.*|listserv@.*");
    private static final Pattern AWAY = Pattern.compile(
            "(automatic reply|auto-?reply|autoreply|out of (the )?office|undeliver(able|ed mail)|delivery status notification|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Why a message is kept out, by its header; empty when a person may have written it. */
    static Optional<MailKind> of(Message message) {
        var header = message.header();
        return notKept(header)
                .or(() -> automatic(message))
                .or(() -> list(header))
                .or(() -> bulk(message));
    }

    private static Optional<MailKind> notKept(Header header) {
        var labels =
                "," + header.text("x-gmail-labels").toLowerCase(Locale.ROOT).replaceAll("\\s*,\\s*", ",") + ",";
        if (header.lower("x-spam-flag").startsWith("yes")
                || header.lower("x-spam-status").startsWith("yes")
                || header.lower("x-spam").startsWith("yes")
                || labels.contains(",spam,")) {
            return kept(IgnoredReason.SPAM, "marked as spam");
        }
        var status = header.lower("x-status") + header.lower("status");
        if (labels.contains(",trash,") || status.contains("d") || (mozillaStatus(header) & EXPUNGED) != 0) {
            return kept(IgnoredReason.DELETED, "marked as deleted");
        }
        if (header.lower("x-unsent").equals("1")
                || header.has("x-mozilla-draft-info")
                || labels.matches(".*,drafts?,.*")
                || status.contains("t")) {
            return kept(IgnoredReason.DRAFT, "marked as a draft");
        }
        return header.has("newsgroups") && !header.has("to")
                ? kept(IgnoredReason.NEWS, "Newsgroups")
                : Optional.empty();
    }

    private static int mozillaStatus(Header header) {
        var status = header.lower("x-mozilla-status");
        return status.matches("[0-9a-f]{1,4}") ? Integer.parseInt(status, 16) : 0;
    }

    private static Optional<MailKind> automatic(Message message) {
        var header = message.header();
        var submitted = header.lower("auto-submitted");
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return kept(IgnoredReason.AUTOMATIC, "Auto-Submitted");
        }
        var type = header.lower("content-type");
        if (type.startsWith("multipart/report")
                || type.startsWith("message/delivery-status")
                || MessageText.isReply(type)) {
            return kept(IgnoredReason.AUTOMATIC, "Content-Type");
        }
        if (header.lower("return-path").replace(" ", "").equals("<>")) {
            return kept(IgnoredReason.AUTOMATIC, "Return-Path");
        }
        if (header.lower("precedence").startsWith("auto")
                || PROGRAM_FIELDS.stream().anyMatch(header::has)) {
            return kept(IgnoredReason.AUTOMATIC, "marked as written by a program");
        }
        if (sender(message, DAEMON)) {
            return kept(IgnoredReason.AUTOMATIC, "From");
        }
        return AWAY.matcher(header.text("subject")).matches()
                ? kept(IgnoredReason.AUTOMATIC, "Subject")
                : Optional.empty();
    }

    private static Optional<MailKind> list(Header header) {
        if (header.lower("precedence").startsWith("list")) {
            return kept(IgnoredReason.MAILING_LIST, "Precedence");
        }
        return LIST_FIELDS.stream()
                .filter(header::has)
                .findFirst()
                .map(it -> new MailKind(IgnoredReason.MAILING_LIST, it));
    }

    private static Optional<MailKind> bulk(Message message) {
        var header = message.header();
        if (BULK.contains(header.lower("precedence"))) {
            return kept(IgnoredReason.BULK, "Precedence");
        }
        if (header.has("list-unsubscribe") && BULK_FIELDS.stream().anyMatch(header::has)) {
            return kept(IgnoredReason.BULK, "List-Unsubscribe");
        }
        return sender(message, NO_REPLY) ? kept(IgnoredReason.BULK, "From") : Optional.empty();
    }

    private static boolean sender(Message message, Pattern pattern) {
        return message.writers().keySet().stream().map(Address::value).anyMatch(it -> pattern.matcher(it)
                .matches());
    }

    private static Optional<MailKind> kept(IgnoredReason reason, String detail) {
        return Optional.of(new MailKind(reason, detail));
    }
}
