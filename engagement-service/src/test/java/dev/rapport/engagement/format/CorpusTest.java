package dev.rapport.engagement.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of many programs: what is in them by hand, and that none of them ends the reading. Skipped where they are not. */
class CorpusTest {

    @ParameterizedTest
    @CsvSource({"mail, EML", "ics, ICALENDAR", "csv, CSV"})
    void shouldReadEveryFileToItsEnd(String family, FileFormat otherwise) throws IOException {
        for (var file : Corpus.files(Corpus.folder(family))) {
            var content = Files.readAllBytes(file);
            var head = Arrays.copyOf(content, Math.min(content.length, 8_192));
            var name = file.getFileName().toString();
            var format = FileReaders.detect(head, null, name).orElse(otherwise);

            var records = Assertions.assertTimeout(
                    Duration.ofMinutes(1), () -> Reading.records(format, content, CsvMapping.NONE), name);

            assertThat(records).as(name).doesNotContainNull().allSatisfy(it -> assertThat(it.line())
                    .isPositive());
            assertThat(format == FileFormat.MBOX || format == FileFormat.EML ? records.size() : 1)
                    .as(name)
                    .isPositive();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "thunderbird/calendar/test/browser/invitations/data/repeat-event.eml | receiver@example.com | email INBOUND sender@example.com 2022-03-28T17:49:35Z",
                "thunderbird/mail/test/browser/composition/data/charset-cp932.eml | to@example.org | email INBOUND from@example.org 2018-12-04T06:23:22Z",
                "thunderbird/mail/test/browser/composition/data/xunsent.eml | to@example.org | draft",
                "thunderbird/mail/test/browser/message-reader/data/bug1774805_android_mms.eml | david@mydomain.com | email INBOUND +1xxxxxxxxxx@tmomail.net 2022-06-17T14:12:27Z",
                "thunderbird/mailnews/compose/test/unit/data/429891_testcase.eml | to_a@foo.invalid | faulty Date",
                "thunderbird/mailnews/extensions/bayesian-spam-filter/test/unit/resources/ham1.eml | reader@example.org | email INBOUND mother@example.com 2008-04-30T07:12:17Z",
                "thunderbird/mailnews/local/test/unit/data/mailformed_recipients.eml | biakus@krw.rzd | email INBOUND notifier.mars@krw.rzd 2011-12-03T13:07:41Z",
                "thunderbird/mailnews/local/test/unit/data/movemailspool | invalid@example.com | automatic, draft, automatic",
                "thunderbird/mailnews/news/test/unit/postings/auto-add/post1.eml | fake@acme.invalid | news",
                "thunderbird/mailnews/test/data/SenderHeader | kent@example.com | automatic",
                "thunderbird/mailnews/test/data/draft1 | example@example.com | draft",
                "thunderbird/mailnews/test/data/iso-2022-jp-qp.eml | test@example.com | nobody_else",
                "thunderbird/mailnews/test/data/mail-without-from | from@foo.invalid | faulty From",
                "thunderbird/mailnews/test/data/mbox_mboxrd | recipient@example.com | email INBOUND author@example.com 2011-07-08T12:08:34Z, email INBOUND author@example.com 2011-07-08T12:08:34Z",
                "thunderbird/mailnews/test/data/mbox_modern | recipient@example.com | email INBOUND author@example.com 2018-08-24T11:55:47Z, email INBOUND author@example.com 2018-08-23T09:10:23Z",
                "thunderbird/mailnews/test/data/mbox_unquoted | author@example.com | email OUTBOUND recipient@example.com 2005-08-22T17:20:08Z, email OUTBOUND recipient@example.com 2005-08-23T11:17:43Z",
                "mail-parser/eml/rfc/000.eml | ned@innosoft.com | email INBOUND nsb@nsb.fv.com 1994-10-07T23:15:05Z",
                "mail-parser/eml/rfc/000.eml | nsb@nsb.fv.com | email OUTBOUND ned@innosoft.com 1994-10-07T23:15:05Z",
                "mail-parser/eml/rfc/003.eml | ned@innosoft.com | email INBOUND nsb@bellcore.com 1993-03-22T17:41:09Z",
                "mail-parser/eml/thirdparty/011.eml | admin@xyz-webserver.abcd-gestion.local | email INBOUND dummy@xyz-webserver.abcd-gestion.local 2022-07-18T15:19:52Z",
                "mail-parser/eml/thirdparty/015.eml | jonas.sterr@gmx.net | email INBOUND jsterr@proxforge.de 2026-02-13T21:38:16Z",
                "MimeKit/dkim/related.msg | jeff@xamarin.com | email INBOUND jeff.stedfast@gmail.com 2015-10-16T17:43:10Z",
                "MimeKit/mbox/simple.mbox.txt | fejj@gnome.org | nobody_else, nobody_else, nobody_else",
                "MimeKit/mbox/unmunged.mbox.txt | jeff@xamarin.com | nobody_else, nobody_else",
                "MimeKit/messages/delivery-status2.txt | delivery@domain.fr | automatic",
                "MimeKit/messages/disposition-notification.txt | jane_sender@example.org | automatic",
                "MimeKit/messages/rfc2060.txt | me@myself.com | nobody_else",
                "MimeKit/tnef/ukr.eml | ems365sync@xink.io | email INBOUND rrtest1@xink.io 2017-11-13T08:01:13Z",
                "MimeKit/yenc/simple.msg | develop@winews.net | news",
                "james-mime4j/core/src/test/resources/testmsgs/example.msg | rdonkin@apache.org | email INBOUND robertburrelldonkin@blueyonder.co.uk 2008-05-25T14:38:13Z",
                "james-mime4j/james-utils/src/test/resources/sampleMail.msg | btellier@linagora.com | email INBOUND mbaechler@linagora.com 2015-06-10T08:45:27Z",
                "ponymail-foal/users.kafka.apache.org-43276.eml | wangjh@emrubik.com | mailing_list",
                "ponymail-foal/users_ponymail_apache_org_2019-09.mbox | me@example.org | mailing_list, mailing_list, mailing_list, mailing_list"
            })
    void shouldTellWhoWroteToWhom(String file, String own, String expected) throws IOException {
        assertThat(brief(Corpus.folder("mail").resolve(file), own)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "biweekly/io/text/outlook-2010.ics | bobsmith@example.com | meeting MUTUAL johndoe@example.com+janedoe@example.com 2013-06-10T16:00:00Z",
                "biweekly/io/text/rfc5545-example2.ics | me@example.org | meeting MUTUAL mrbig@example.com 1998-03-12T13:30:00Z",
                "biweekly/io/text/rfc5545-example3.ics | jdoe@example.com | meeting MUTUAL jsmith@example.com 1997-03-24T12:30:00Z",
                "biweekly/io/text/rfc5545-example4.ics | me@example.org | no_event",
                "biweekly/io/text/vcal-example1.vcs | me@example.org | nobody_else",
                "biweekly/io/text/vcal-example2.vcs | me@example.org | no_event",
                "calcard/003.ics | person1@example.com | nobody_else, meeting MUTUAL person2@example.com 2016-05-14T17:00:00Z",
                "calcard/133.ics | me@example.org | meeting MUTUAL adm-acme@mydomain.de 2013-04-16T10:00:00Z",
                "calcard/133.ics | adm-acme@mydomain.de | nobody_else",
                "calcard/290.ics | me@example.org | all_day",
                "ical4j/samples/invalid/groupwise.ics | me@example.org | meeting MUTUAL jane.doe@university.edu 2008-12-17T07:30:00Z",
                "ical4j/samples/invalid/tmeher.ics | meher.t@gmail.com | meeting MUTUAL tendjoukian@yahoo.de+meher.tendjoukian@verdisoft.com 2004-10-12T05:30:00Z",
                "ical4j/samples/valid/calconnect2.ics | icalchair@coffeebean.com | too_old",
                "ical4j/samples/valid/calconnect7.ics | icalchair@coffeebean.com | meeting MUTUAL icalparticipant@coffeebean.com 2005-04-28T15:00:00Z",
                "ical4j/samples/valid/multiple_calendars.ics | a@example.com | meeting MUTUAL b@example.com+c@example.com+d@example.com 1997-07-01T19:00:00Z, meeting MUTUAL b@example.com+c@example.com+d@example.com 1997-07-01T18:00:00Z",
                "ical4j/samples/valid/zidestoreical4jbomb.ics | me@example.org | meeting MUTUAL matt@mcbridematt.dhs.org 2006-06-10T22:00:00Z"
            })
    void shouldTellWhoMet(String file, String own, String expected) throws IOException {
        assertThat(brief(Corpus.folder("ics").resolve(file), own)).isEqualTo(expected);
    }

    private static String brief(Path file, String own) throws IOException {
        assumeTrue(Files.exists(file), "skipped: " + file.getFileName() + " is not here");
        var content = Files.readAllBytes(file);
        var head = Arrays.copyOf(content, Math.min(content.length, 8_192));
        var format =
                FileReaders.detect(head, null, file.getFileName().toString()).orElseThrow();
        try (var in = Files.newInputStream(file)) {
            return Reading.records(format, in, CsvMapping.NONE, Set.of(own)).stream()
                    .map(Reading::brief)
                    .collect(Collectors.joining(", "));
        }
    }
}
