package dev.rapport.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.demo.report.Views.Edition;
import dev.rapport.demo.report.Views.Item;
import dev.rapport.demo.report.Views.Position;
import dev.rapport.demo.report.Views.Ranked;
import dev.rapport.demo.report.Views.Reminder;
import dev.rapport.demo.report.Views.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void shouldAlignTheRankingWhenNamesAreLong() {
        // Given
        var tie = new Ranked("1", "Ada Lovelace", 87.34, "close", NOW.minusSeconds(7200), NOW.plusSeconds(864_000));
        var silent = new Ranked("2", "Maximiliane von und zu Hohenstein-Waldeck", 3, "dormant", null, null);
        var positions = List.of(new Position("Engineer", "Analytical Engines"), new Position(null, null));

        // When
        List<String> lines = RankingPage.lines(List.of(tie, silent), positions, NOW);

        // Then
        assertThat(lines).hasSize(3).allMatch(line -> line.length() <= Text.WIDTH);
        assertThat(lines.get(1))
                .startsWith(" 1 Ada Lovelace         Engineer, Analytical Eng…  87.3 #######. close")
                .contains("2 hours ago")
                .endsWith("in 10 days");
        assertThat(lines.get(2).indexOf("dormant")).isEqualTo(lines.get(0).indexOf("band"));
    }

    @Test
    void shouldShowRemindersWithTheirReasonInLocalTime() {
        // Given
        var reminder =
                new Reminder("reply_owed", "Ada", NOW.minusSeconds(90_000), null, true, "Ada wrote; nobody answered.");

        // When
        List<String> lines = RemindersPage.lines(List.of(reminder), NOW, BERLIN);

        // Then
        assertThat(lines.get(0))
                .contains("reply owed")
                .contains("Sat 28 Feb 12:00, 25 hours ago")
                .endsWith("(late)");
        assertThat(lines.get(1).strip()).isEqualTo("Ada wrote; nobody answered.");
    }

    @Test
    void shouldShowWhenTheMemberIsToldWhenTheDayWasFull() {
        // Given
        var postponed = new Reminder("drifting", "Ada", NOW.minusSeconds(90_000), NOW.plusSeconds(66_600), false, null);

        // When / Then
        assertThat(RemindersPage.lines(List.of(postponed), NOW, BERLIN))
                .singleElement()
                .asString()
                .contains("Mon 2 Mar 07:30, in 18 hours");
    }

    @Test
    void shouldPrintTheEditionsSectionsInOrderAndFoldLongOnes() {
        // Given
        var item = new Item("Ada", "Silent for 40 days.", 23.4, "cooling");
        var edition = new Edition(
                LocalDate.of(2026, 3, 1),
                "alex",
                "Europe/Berlin",
                List.of(
                        new Section("reply_owed", "Replies owed", List.of(new Item("Bob", null, null, null))),
                        new Section("birthday", "Birthdays", List.of()),
                        new Section("drifting", null, Collections.nCopies(9, item))));

        // When
        List<String> lines = EditionPage.lines(edition);

        // Then
        assertThat(lines).allMatch(line -> line.length() <= Text.WIDTH);
        assertThat(String.join("\n", lines))
                .contains("Sunday, 1 March 2026 · for alex · Europe/Berlin")
                .containsSubsequence("REPLIES OWED", "Bob", "DRIFTING", "Ada", "23 cooling", "... and 2 more")
                .doesNotContain("BIRTHDAYS");
    }

    @Test
    void shouldSayThatNothingIsToDoWhenTheEditionIsEmpty() {
        assertThat(EditionPage.lines(new Edition(LocalDate.of(2026, 3, 1), "alex", "UTC", null)))
                .contains("  Nothing needs you today.");
    }
}
