package dev.rapport.engagement.format;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a sound record of a file is kept out of relevance. In JSON: lower snake case. */
public enum IgnoredReason {
    /** Came through, or was sent to, a mailing list (RFC 2919, RFC 2369). */
    MAILING_LIST,
    /** A newsletter, an advertisement, a notification to many. */
    BULK,
    /** Written by a program: a bounce, an out-of-office reply (RFC 3834), a receipt. */
    AUTOMATIC,
    /** Marked as spam by the mail server or the program that wrote the file. */
    SPAM,
    /** Not sent. */
    DRAFT,
    /** Marked as deleted in the mailbox. */
    DELETED,
    /** An article of a newsgroup. */
    NEWS,
    /** Neither from the member nor to the member. */
    NOT_OWN,
    /** Nobody but the member took part. */
    NOBODY_ELSE,
    /** Has not begun yet. */
    NOT_YET,
    /** An occurrence of a series from before the time that is looked at. */
    TOO_OLD,
    /** Occurrences of a series past the most that are taken. */
    TOO_MANY,
    /** A cancelled meeting. */
    CANCELLED,
    /** A meeting that the member, or everybody else, declined. */
    DECLINED,
    /** A day marked in the calendar that takes nobody's time, such as a birthday or a holiday. */
    ALL_DAY,
    /** A part of a calendar that is no event: a task, a journal entry, free and busy times. */
    NO_EVENT,
    /** A call that nobody took. */
    MISSED,
    /** Says nothing at all. */
    EMPTY;

    /** The name in JSON, for example {@code mailing_list}. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
