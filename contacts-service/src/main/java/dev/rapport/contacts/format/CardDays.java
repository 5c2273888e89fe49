package dev.rapport.contacts.format;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Birthday and anniversaries. */
final class CardDays {

    private final Draft draft;
    private final Dates dates;

    CardDays(Draft draft, Dates dates) {
        this.draft = draft;
        this.dates = dates;
    }

    void addTo(Map<String, BiConsumer<CardProperty, String>> readers) {
        readers.put("BDAY", (it, label) -> draft.parts().birthday(it.line(), day(it), dates));
        readers.put("ANNIVERSARY", (it, label) -> anniversary(it, "wedding"));
        readers.put("X-ANNIVERSARY", (it, label) -> anniversary(it, "wedding"));
        readers.put("X-EVOLUTION-ANNIVERSARY", (it, label) -> anniversary(it, "wedding"));
        readers.put("X-MS-ANNIVERSARY", (it, label) -> anniversary(it, "wedding"));
        readers.put("DEATHDATE", (it, label) -> anniversary(it, "death"));
        readers.put("X-ABDATE", this::anniversary);
    }

    private void anniversary(CardProperty property, String label) {
        draft.parts().anniversary(property.line(), label, day(property), dates);
    }

    /** Apple says in a parameter which year stands for none. */
    private static String day(CardProperty property) {
        var text = property.text().strip();
        return Optional.ofNullable(property.parameter("X-APPLE-OMIT-YEAR"))
                .filter(year -> !year.isBlank() && text.startsWith(year.strip() + "-"))
                .map(year -> "--" + text.substring(year.strip().length() + 1))
                .orElse(text);
    }
}
