package dev.rapport.contacts.format;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47, also with the underscores that some programs write. */
final class Languages {

    private Languages() {}

    /** The canonical tag; empty when the text is none that the API would take. */
    static Optional<String> normal(String text) {
        try {
            var locale = new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
            return Optional.of(locale.toLanguageTag())
                    .filter(tag -> !locale.getLanguage().isEmpty() && tag.length() <= Limits.item("languages"));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
