package dev.rapport.engagement.relevance;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The languages in which explanations are told. */
enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language that a caller likes best of those there are; English for one that likes none of them. */
    static Language of(HttpHeaders headers) {
        return of(headers.getAcceptableLanguages());
    }

    static Language of(List<Locale> liked) {
        for (var one : liked) {
            for (var language : values()) {
                if (language.locale.getLanguage().equals(one.getLanguage())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }

    /** For {@code Content-Language}. */
    String tag() {
        return locale.toLanguageTag();
    }

    /** The one that is said in this language. */
    String say(String english, String german) {
        return this == GERMAN ? german : english;
    }
}
