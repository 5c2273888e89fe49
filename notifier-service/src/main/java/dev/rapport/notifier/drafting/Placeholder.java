package dev.rapport.notifier.drafting;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template may leave to be filled in. */
enum Placeholder {
    /** The given name or, where that is not known, the whole name. */
    FIRST_NAME("firstName"),
    NAME("name"),
    /** The contact's position. */
    TITLE("title"),
    ORGANIZATION("organization"),
    /** What there is to congratulate on: "your new job", "zur neuen Stelle". */
    OCCASION("occasion");

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    static Optional<Placeholder> of(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst();
    }

    /** All of them, as they are written in templates. */
    static String all() {
        return Arrays.stream(values()).map(it -> "{{" + it.text + "}}").collect(Collectors.joining(", "));
    }
}
