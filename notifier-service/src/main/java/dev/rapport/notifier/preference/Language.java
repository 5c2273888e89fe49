package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A language in which members are spoken to. In JSON: its ISO 639-1 code. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For dates and numbers in this language. */
    public Locale locale() {
        return locale;
    }

    /** The code in JSON and in the database, for example {@code de}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of a code in JSON. */
    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
