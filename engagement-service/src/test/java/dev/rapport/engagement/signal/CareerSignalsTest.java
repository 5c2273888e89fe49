package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.events.ContactEvent.CareerChange;
import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareerSignalsTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456789Z");

    /** From organization and title to organization and title. */
    @ParameterizedTest
    @CsvSource({
        "Initech, Engineer, Acme, CTO, JOB_CHANGE, Engineer at Initech → CTO at Acme",
        "Initech, Engineer, Acme, , JOB_CHANGE, Engineer at Initech → Acme",
        "Initech, , Acme, CTO, JOB_CHANGE, Initech → CTO at Acme",
        "Acme, Engineer, Acme, CTO, PROMOTION, Engineer at Acme → CTO at Acme",
        "Acme, Engineer, ACME Inc., CTO, PROMOTION, Engineer at Acme → CTO at ACME Inc.",
        ", Engineer, , CTO, PROMOTION, Engineer → CTO"
    })
    void shouldSayWhatChanged(
            String fromOrganization,
            String fromTitle,
            String toOrganization,
            String toTitle,
            String kind,
            String words) {
        var change = new CareerChange(AT, fromOrganization, fromTitle, toOrganization, toTitle);

        assertThat(CareerSignals.kind(change)).contains(SignalKind.valueOf(kind));
        assertThat(CareerSignals.words(change)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        ", , Acme, CTO",
        "Acme, , Acme, CTO",
        "Acme, CTO, , ",
        "Acme, Engineer, , CTO",
        ", Engineer, Acme, CTO",
        "Acme, Sr. Engineer, Acme Inc, Senior Engineer"
    })
    void shouldSayNothingOfAFirstKnownOrForgottenValueOrOfItsSpelling(
            String fromOrganization, String fromTitle, String toOrganization, String toTitle) {
        assertThat(CareerSignals.kind(new CareerChange(AT, fromOrganization, fromTitle, toOrganization, toTitle)))
                .isEmpty();
    }

    @Test
    void shouldKnowTheChangeByContactAndInstant() {
        var contact = new ContactKey("acme", UUID.randomUUID());
        var long500 = "x".repeat(500);

        var signals = CareerSignals.of(
                Map.of(contact, new CareerChange(AT, long500, "Engineer", "Acme " + long500, "CTO")), AT);

        assertThat(signals).singleElement().satisfies(signal -> {
            assertThat(signal.source()).isEqualTo("contacts");
            assertThat(signal.externalId()).isEqualTo(contact.contactId() + "@2026-03-01T09:30:00.123456789Z");
            assertThat(signal.at()).isEqualTo(Instant.parse("2026-03-01T09:30:00.123456Z"));
            assertThat(signal.content().title()).hasSize(500);
            assertThat(signal.content().organization()).hasSize(200);
        });
    }
}
