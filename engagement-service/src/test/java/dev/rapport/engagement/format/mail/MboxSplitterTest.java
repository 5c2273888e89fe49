package dev.rapport.engagement.format.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MboxSplitterTest {

    private static final String FROM = "From ann@example.org Fri Jul  8 12:08:34 2011\n";
    private static final String HEADER = "Subject: x\n\n";

    @Test
    void shouldCutAtEverySeparatorWhenMessagesFollowEachOther() throws IOException {
        assertThat(messages(FROM + HEADER + "one\n\n" + FROM + HEADER + "two\n"))
                .containsExactly(HEADER + "one\n\n", HEADER + "two\n");
    }

    @Test
    void shouldKeepASentenceThatBeginsWithFromInItsMessage() throws IOException {
        var body = "\nFrom Russia with love\nYear: 1963\n\nFrom \nhere on\n\nFrom me to you, at 12:30\nbye\n";

        assertThat(messages(FROM + HEADER + body)).containsExactly(HEADER + body);
    }

    @Test
    void shouldCutAtSeparatorsWithoutADateOrWithoutAnEmptyLineBefore() throws IOException {
        assertThat(messages(
                        "From - \n" + HEADER + "one\nFrom - \n" + HEADER + "two\n\nFrom 17@xxx\n" + HEADER + "three\n"))
                .containsExactly(HEADER + "one\n", HEADER + "two\n\n", HEADER + "three\n");
    }

    @Test
    void shouldTakeOneQuoteOffLinesThatWereQuoted() throws IOException {
        assertThat(messages(FROM + HEADER + ">From here\n>>From there\n> From kept\n"))
                .containsExactly(HEADER + "From here\n>From there\n> From kept\n");
    }

    @Test
    void shouldBelieveContentLengthOnlyWhereAMessageEndsThere() throws IOException {
        var nested = FROM + HEADER + "nested\n";
        var right = "Content-Length: " + nested.length() + "\n";
        var wrong = "Content-Length: 7\n";

        assertThat(messages(FROM + right + HEADER + nested + "\n" + FROM + HEADER + "two\n"))
                .containsExactly(right + HEADER + nested + "\n", HEADER + "two\n");
        assertThat(messages(FROM + wrong + HEADER + "one\n\n" + FROM + HEADER + "two\n"))
                .containsExactly(wrong + HEADER + "one\n\n", HEADER + "two\n");
    }

    @Test
    void shouldReadOnWhenLinesEndWithCrLfAndMessagesAreEmpty() throws IOException {
        var crlf = (FROM + FROM + HEADER + "one\n\n" + FROM + "\n" + FROM + HEADER + "two\n").replace("\n", "\r\n");

        assertThat(messages("\ufeff\r\n" + crlf))
                .containsExactly("", "Subject: x\r\n\r\none\r\n\r\n", "\r\n", "Subject: x\r\n\r\ntwo\r\n");
    }

    @Test
    void shouldTakeWhatStandsBeforeTheFirstSeparatorForAMessage() throws IOException {
        assertThat(messages(HEADER + "one\n\n" + FROM + HEADER + "two\n"))
                .containsExactly(HEADER + "one\n\n", HEADER + "two\n");
    }

    @Test
    void shouldFindTheNextMessageWhenTheLastWasNotReadToItsEnd() throws IOException {
        try (var splitter =
                new MboxSplitter(stream(FROM + HEADER + "x".repeat(300_000) + "\n\n" + FROM + HEADER + "two\n"))) {
            assertThat(splitter.nextMessage()).isTrue();
            assertThat(splitter.message().read()).isEqualTo('S');
            assertThat(splitter.nextMessage()).isTrue();
            assertThat(new String(splitter.message().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(HEADER + "two\n");
            assertThat(splitter.nextMessage()).isFalse();
        }
    }

    private static List<String> messages(String mbox) throws IOException {
        var messages = new ArrayList<String>();
        try (var splitter = new MboxSplitter(stream(mbox))) {
            while (splitter.nextMessage()) {
                messages.add(new String(splitter.message().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return messages;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
