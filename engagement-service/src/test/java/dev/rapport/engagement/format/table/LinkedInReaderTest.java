package dev.rapport.engagement.format.table;

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

class LinkedInReaderTest {

    private static final String HEADER =
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                    + "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n";
    private static final String ME = "https://www.linkedin.com/in/sam-self";
    private static final String ADA = "https://www.linkedin.com/in/Ada";

    @Test
    void shouldTellWhoWroteToWhom() {
        var csv = HEADER
                + "c1,,Ada L.," + ADA + ",Sam Self," + ME + ",2025-01-01 10:00:00 UTC,Hello,\"Hi\r\nSam\",INBOX,,No\n"
                + "c1,,Sam Self," + ME + ",\"Ada L., Bob\",\"" + ADA
                + ",www.linkedin.com/in/bob/\",2025-01-02 10:00:00 UTC,,Hey,,,No\n";

        var found = Reading.found(Reading.records(FileFormat.LINKEDIN_MESSAGES, csv, "linkedin:sam-self"));

        assertThat(found.get(0))
                .usingRecursiveComparison()
                .ignoringFields("externalId")
                .isEqualTo(new FoundInteraction(
                        InteractionKind.MESSAGE,
                        Direction.INBOUND,
                        List.of(new Party(null, "linkedin:ada", "Ada L.")),
                        Instant.parse("2025-01-01T10:00:00Z"),
                        null,
                        "linkedin",
                        "Hello",
                        "Hi Sam",
                        "test",
                        "x"));
        assertThat(found.get(1).direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(found.get(1).parties())
                .containsExactly(new Party(null, "linkedin:ada", "Ada L."), new Party(null, "linkedin:bob", "Bob"));
        assertThat(found).extracting(FoundInteraction::externalId).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadTheFilesOf2020WithoutRecipientsProfiles() {
        var csv = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
                + "c1,,Ada," + ADA + ",Sam Self,2020-01-01 10:00:00 UTC,,Hi,INBOX\n"
                + "c1,,Sam Self," + ME + ",Ada,2020-01-02 10:00:00 UTC,,Hi,INBOX\n";

        assertThat(Reading.records(FileFormat.LINKEDIN_MESSAGES, csv, "linkedin:sam-self", "sam self").stream()
                        .map(Reading::brief))
                .containsExactly("message INBOUND linkedin:ada 2020-01-01T10:00:00Z", "nobody_else");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "c,,Ada,ADA,Sam,ME,2025-01-01 10:00:00 UTC,,Hi,SPAM,,                              | spam",
                "c,,Sam,ME,Ada,ADA,2025-01-01 10:00:00 UTC,,Hi,,,Yes                               | draft",
                "c,,Acme,,Sam,ME,2025-01-01 10:00:00 UTC,,<p class=\"spinmail-quill-editor__x\">,,, | bulk",
                "c,Sponsored Conversation,Acme,ADA,Sam,ME,2025-01-01 10:00:00 UTC,,Hi,,,           | bulk",
                "c,,LinkedIn Member,,Sam,ME,2025-01-01 10:00:00 UTC,,Hi,,,                         | nobody_else",
                "c,,Ada,ADA,Bob,https://linkedin.com/in/bob,2025-01-01 10:00:00 UTC,,Hi,,,         | not_own",
                "c,,Ada,ADA,Sam,ME,yesterday,,Hi,,,                                                | faulty DATE",
                "c,,Ada,ADA,Sam,ME,2025-01-01 10:00:00 UTC,,Hi,ARCHIVE,,                           | message INBOUND linkedin:ada 2025-01-01T10:00:00Z"
            })
    void shouldKeepOutWhatPassedBetweenNobody(String row, String expected) {
        var csv = HEADER + row.replace("ADA", ADA).replace("ME,", ME + ",") + "\n";

        assertThat(Reading.records(FileFormat.LINKEDIN_MESSAGES, csv, "linkedin:sam-self").stream()
                        .map(Reading::brief))
                .containsExactly(expected);
    }

    @Test
    void shouldSayWhenTheFileIsAnotherOne() {
        assertThat(Reading.records(FileFormat.LINKEDIN_MESSAGES, "First Name,Last Name\nAda,L.\n").stream()
                        .map(Reading::brief))
                .containsExactly("faulty linkedin_messages");
    }
}
