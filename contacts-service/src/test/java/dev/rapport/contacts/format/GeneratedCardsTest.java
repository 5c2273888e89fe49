package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class GeneratedCardsTest {

    private static final long SEED = 20260131;
    private static final int CARDS = 10_000;

    @Test
    void shouldReadEachFieldOfEachCardWhenVersionsAndMannersAreMixed() throws IOException {
        // Given
        var generator = new GeneratedCards(SEED);
        var expected = new ArrayList<GeneratedCards.Card>();
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < CARDS; i++) {
            expected.add(generator.next(i));
            file.write(expected.get(i).bytes());
        }

        // When
        var records = Reading.all(ContactFormat.VCARD, file.toByteArray());

        // Then
        assertThat(records).hasSize(CARDS);
        for (int i = 0; i < CARDS; i++) {
            var card = expected.get(i);
            assertThat(records.get(i))
                    .as("%s", new String(card.bytes(), StandardCharsets.UTF_8))
                    .satisfies(record -> {
                        assertThat(record.contact()).isEqualTo(card.contact());
                        assertThat(record.circles()).isEqualTo(card.circles());
                        assertThat(record.photo() != null).isEqualTo(card.hasPhoto());
                        assertThat(record.uid()).isEqualTo(card.uid());
                        assertThat(record.faults()).isEmpty();
                    });
        }
    }
}
