package dev.rapport.notifier.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.planning.Situation.Habits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");
    private static final Touch EMAIL =
            new Touch(UUID.randomUUID(), InteractionKind.EMAIL, Direction.INBOUND, LATE, LATE);
    private static final Signal JOB = new Signal(UUID.randomUUID(), SignalKind.JOB_CHANGE, "CTO", LATE, LATE);

    @Test
    void shouldTellReasonsInEnglish() {
        assertThat(reasons(Locale.ENGLISH, "Wedding", 5))
                .containsExactly(
                        "Last contact on 2 March 2026 (email); you want to be in touch every year and 2 months",
                        "Added on 2 March 2026, no contact since; you want to be in touch every 30 days",
                        "You closed the last reminder on 2 March 2026; you want to be in touch every month",
                        "Last contact on 2 March 2026 (email); you two used to be in touch more often",
                        "Anna wrote on 2 March 2026 and has no answer yet",
                        "You wrote to Anna on 2 March 2026 and have no answer yet",
                        "Anna turns 40 on 3 March 2026",
                        "Anna has a birthday on 3 March 2026",
                        "Anna has an anniversary on 3 March 2026: Wedding, 5 years",
                        "Anna has a new job: CTO (2 March 2026)");
    }

    @Test
    void shouldTellReasonsInGerman() {
        assertThat(reasons(Locale.GERMAN, "Hochzeit", 1))
                .containsExactly(
                        "Letzter Kontakt am 2. März 2026 (E-Mail); du möchtest alle 1 Jahr und 2 Monate in Kontakt sein",
                        "Hinzugefügt am 2. März 2026, seither kein Kontakt; du möchtest alle 30 Tage in Kontakt sein",
                        "Die letzte Erinnerung hast du am 2. März 2026 geschlossen; du möchtest jeden Monat in Kontakt sein",
                        "Letzter Kontakt am 2. März 2026 (E-Mail); früher hattet ihr öfter Kontakt",
                        "Anna hat am 2. März 2026 geschrieben und noch keine Antwort bekommen",
                        "Du hast Anna am 2. März 2026 geschrieben und noch keine Antwort bekommen",
                        "Anna wird am 3. März 2026 40 Jahre alt",
                        "Anna hat am 3. März 2026 Geburtstag",
                        "Anna hat am 3. März 2026 ein Jubiläum: Hochzeit, ein Jahr",
                        "Anna hat eine neue Stelle: CTO (2. März 2026)");
    }

    private static List<String> reasons(Locale language, String wedding, int years) {
        var berlin = Situations.BERLIN;
        var words = Wording.of(new Habits(berlin.schedule(), berlin.replyTime(), berlin.followUpAfter(), language));
        return List.of(
                words.keepInTouch(words.lastContact(EMAIL), Period.of(1, 2, 0)),
                words.keepInTouch(words.noContactSince(LATE), Period.ofDays(30)),
                words.keepInTouch(words.closedLast(LATE), Period.ofMonths(1)),
                words.drifting(EMAIL),
                words.owed("Anna", EMAIL),
                words.followUp("Anna", EMAIL),
                words.birthday("Anna", LocalDate.of(2026, 3, 3), Optional.of(40)),
                words.birthday("Anna", LocalDate.of(2026, 3, 3), Optional.empty()),
                words.anniversary("Anna", wedding, LocalDate.of(2026, 3, 3), Optional.of(years)),
                words.congratulation("Anna", JOB));
    }
}
