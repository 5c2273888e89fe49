package dev.rapport.engagement.format.mail;

import static dev.rapport.engagement.format.Reading.ME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.Party;
import dev.rapport.engagement.format.Reading;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {

    private static final String DATE = "Date: Fri, 8 Jul 2011 12:08:34 +0200\n";
    private static final String TO_ME = "From: Ann <ann@example.org>\nTo: me@example.org\n" + DATE;
    private static final String BY_ME = "From: Me <ME@example.org>\n" + DATE;

    @Test
    void shouldTellWhoWroteWhenTheMemberIsAddressed() {
        var found = one(TO_ME + "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nMessage-ID: <m1@x>\n\nHi,\nhow are you?\n");

        assertThat(found)
                .isEqualTo(new FoundInteraction(
                        InteractionKind.EMAIL,
                        Direction.INBOUND,
                        List.of(new Party(null, "ann@example.org", "Ann")),
                        Instant.parse("2011-07-08T10:08:34Z"),
                        null,
                        "email",
                        "Grüße",
                        "Hi, how are you?",
                        "test",
                        "m1@x"));
    }

    @Test
    void shouldTellAllToWhomTheMemberWrote() {
        var found = one(BY_ME
                + "To: \"Lee, Bo\" <bo@example.org>, Team: cy@example.org, Di <di@example.org>;\n"
                + "Cc: me@example.org, bo@example.org (again)\nBcc: eve@example.org\n\nHi\n");

        assertThat(found.direction().name()).isEqualTo("OUTBOUND");
        assertThat(found.parties())
                .containsExactly(
                        new Party(null, "bo@example.org", "Lee, Bo"),
                        new Party(null, "cy@example.org", null),
                        new Party(null, "di@example.org", "Di"),
                        new Party(null, "eve@example.org", null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "List-Id: <x.example.org>                          | mailing_list",
                "Precedence: list                                  | mailing_list",
                "X-Mailing-List: x@example.org                     | mailing_list",
                "Mailing-List: contact x-help@example.org          | mailing_list",
                "Precedence: bulk                                  | bulk",
                "List-Unsubscribe: <mailto:x@y.org>~Feedback-ID: 1 | bulk",
                "Auto-Submitted: auto-replied                      | automatic",
                "Content-Type: multipart/report; boundary=x        | automatic",
                "Content-Type: text/calendar; method=REPLY         | automatic",
                "X-Autoreply: yes                                  | automatic",
                "Return-Path: <>                                   | automatic",
                "Subject: Automatic reply: away                    | automatic",
                "X-Spam-Flag: YES                                  | spam",
                "X-Gmail-Labels: Spam,Unread                       | spam",
                "X-Gmail-Labels: Inbox, Trash                      | deleted",
                "X-Mozilla-Status: 0009                            | deleted",
                "X-Status: D                                       | deleted",
                "X-Unsent: 1                                       | draft",
                "X-Mozilla-Draft-Info: internal/draft              | draft",
                "Auto-Submitted: no                                | email INBOUND ann@example.org 2011-07-08T10:08:34Z",
                "X-Spam-Flag: NO                                   | email INBOUND ann@example.org 2011-07-08T10:08:34Z",
                "X-Mozilla-Status: 0001                            | email INBOUND ann@example.org 2011-07-08T10:08:34Z",
                "List-Unsubscribe: <mailto:x@y.org>                | email INBOUND ann@example.org 2011-07-08T10:08:34Z"
            })
    void shouldKeepOutWhatNoPersonWroteToPeople(String fields, String expected) {
        assertThat(brief(fields.replace("~", "\n") + "\n" + TO_ME + "\nHi\n")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "From: no-reply@shop.example~To: me@example.org        | bulk",
                "From: MAILER-DAEMON@example.org~To: me@example.org    | automatic",
                "From: ann@example.org~To: bo@example.org              | not_own",
                "From: me@example.org~To: me@example.org               | nobody_else",
                "From: me@example.org                                  | nobody_else",
                "From: me@example.org~To: dev@lists.example.org        | mailing_list",
                "From: me@example.org~To: x@googlegroups.com           | mailing_list",
                "From: me@example.org~To: undisclosed-recipients:;     | nobody_else",
                "From: me@example.org~Newsgroups: alt.test             | news",
                "From: nobody~To: me@example.org                       | faulty From",
                "To: me@example.org                                    | faulty From",
                "From: me@example.org~To: bo@localhost                 | faulty To",
                "From: ann@example.org~Delivered-To: me@example.org    | email INBOUND ann@example.org 2011-07-08T10:08:34Z",
                "Sender: ann@example.org~To: me@example.org            | email INBOUND ann@example.org 2011-07-08T10:08:34Z"
            })
    void shouldTellTheDirectionByTheMembersAddresses(String fields, String expected) {
        assertThat(brief(fields.replace("~", "\n") + "\n" + DATE + "\nHi\n")).isEqualTo(expected);
    }

    @Test
    void shouldLeaveOutAListThatEarlierMessagesCameThrough() {
        var mbox = "From - \n" + TO_ME + "List-Post: <mailto:friends@example.net>\n\nHi\n\nFrom - \n" + BY_ME
                + "To: friends@example.net\n\nHi all\n\nFrom - \n" + BY_ME
                + "To: friends@example.net, bo@example.org\n\nHi\n";

        assertThat(Reading.records(FileFormat.MBOX, mbox).stream().map(Reading::brief))
                .containsExactly("mailing_list", "mailing_list", "email OUTBOUND bo@example.org 2011-07-08T10:08:34Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Date: 8 Jul 11 10:08:34 GMT                           | 2011-07-08T10:08:34Z",
                "Date: Friday, 08-Jul-11 10:08:34 GMT                  | 2011-07-08T10:08:34Z",
                "Date: Fri Jul  8 10:08:34 2011                        | 2011-07-08T10:08:34Z",
                "Date: Fri, 8 Jul 2011 05:08:34 EST (Eastern)          | 2011-07-08T10:08:34Z",
                "Date: Fri, 8 Jul 2011 10:08 +9999                     | 2011-07-08T10:08:00Z",
                "Date: 2011-07-08T12:08:34.123+02:00                   | 2011-07-08T10:08:34Z",
                "Received: by x; Fri, 8 Jul 2011 10:08:34 -0000        | 2011-07-08T10:08:34Z",
                "Date: 31 Feb 2011 10:00:00 GMT~Received: by x; Fri, 8 Jul 2011 10:08:34 GMT | 2011-07-08T10:08:34Z",
                "Date: Fri, 8 Jul 2061 10:08:34 GMT~Received: by x; Fri, 8 Jul 2011 10:08:34 GMT | 2011-07-08T10:08:34Z"
            })
    void shouldReadDatesOfAllAges(String fields, String expected) {
        assertThat(one(fields.replace("~", "\n") + "\nFrom: ann@example.org\nTo: me@example.org\n\nHi\n")
                        .occurredAt())
                .hasToString(expected);
    }

    @Test
    void shouldTakeTheDateOfTheSeparatorWhenTheMessageHasNone() {
        var message = "From: ann@example.org\nTo: me@example.org\n\nHi\n";

        assertThat(Reading.found(Reading.records(FileFormat.MBOX, "From x@y Fri Jul  8 12:08:34 2011\n" + message)))
                .extracting(it -> it.occurredAt().toString())
                .containsExactly("2011-07-08T12:08:34Z");
        assertThat(brief(message)).isEqualTo("faulty Date");
    }

    @Test
    void shouldQuoteOnlyWhatTheWriterWrote() {
        var plain = "Yes, gladly.\n\nOn Fri, 8 Jul 2011,\nBo wrote:\n> Shall we meet?\n\nTomorrow at ten?\n-- \nAnn\n";
        var forwarded = "See below\n\n-----Original Message-----\nFrom: Bo\nsecret\n";
        var html = "<style>p{}</style><p>Yes,&nbsp;gladly.</p><blockquote>Shall we meet?</blockquote>";

        assertThat(one(TO_ME + "\n" + plain).excerpt()).isEqualTo("Yes, gladly. Tomorrow at ten?");
        assertThat(one(TO_ME + "\n" + forwarded).excerpt()).isEqualTo("See below");
        assertThat(one(TO_ME + "Content-Type: text/html\n\n" + html).excerpt()).isEqualTo("Yes, gladly.");
        assertThat(one(TO_ME + "\n" + "long ".repeat(1000)).excerpt()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void shouldNameAMessageWithoutAnIdTheSameAtEveryReading() {
        assertThat(one(TO_ME + "\nHi\n").externalId())
                .isEqualTo(one(TO_ME + "\nHi\n").externalId())
                .isNotEqualTo(one(TO_ME + "Subject: other\n\nHi\n").externalId());
    }

    @Test
    void shouldReadOnWhenAMessageIsHostile() {
        var nested = new StringBuilder(TO_ME + "Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 3_000; i++) {
            nested.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        var words = TO_ME + "Subject: " + "=?".repeat(100_000) + "\n\nHi\n";
        var headers = TO_ME + "X-A: b\n".repeat(100_000) + "To: bo@example.org\n".repeat(10_000) + "\nHi\n";
        var mbox = "From - \n" + nested + "\n\nFrom - \n" + words + "\nFrom - \n" + headers + "\nFrom - \n" + TO_ME
                + "\nHi\n";

        assertThat(Reading.records(FileFormat.MBOX, mbox).stream().map(Reading::brief))
                .containsOnly("email INBOUND ann@example.org 2011-07-08T10:08:34Z")
                .hasSize(4);
    }

    private static FoundInteraction one(String message) {
        return Reading.found(Reading.records(FileFormat.EML, message, ME)).get(0);
    }

    private static String brief(String message) {
        return Reading.brief(Reading.records(FileFormat.EML, message, ME).get(0));
    }
}
