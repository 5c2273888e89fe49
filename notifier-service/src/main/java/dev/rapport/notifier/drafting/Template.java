package dev.rapport.notifier.drafting;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line with {{placeholders}}. A part in [brackets] is left out when what it names is not known.
 *
 * @param text as its author wrote it
 */
record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    /** A part in brackets that names something, or a placeholder outside of one. */
    private static final Pattern PART =
            Pattern.compile("\\[([^\\[\\]]*\\{\\{[^{}\\[\\]]*}}[^\\[\\]]*)]|\\{\\{([^{}]*)}}");

    /** What is wrong with it, in words for its author; empty when nothing is. */
    Optional<String> fault() {
        var unknown = PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> Placeholder.of(name).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("names {{" + unknown.get() + "}}, which is none of " + Placeholder.all());
        }
        var rest = PLACEHOLDER.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}")
                ? Optional.of("has a placeholder that is not closed, or not opened: write it as in {{firstName}}")
                : Optional.empty();
    }

    /** The line, with what is known filled in. */
    String with(Map<Placeholder, String> known) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        known.forEach((placeholder, value) -> values.put(placeholder, oneLine(value)));
        return PART.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null ? value(part.group(2), values) : optional(part.group(1), values)))
                .strip();
    }

    private static String optional(String part, Map<Placeholder, String> values) {
        var whole = PLACEHOLDER.matcher(part).results().noneMatch(found -> value(found.group(1), values)
                .isEmpty());
        return whole
                ? PLACEHOLDER.matcher(part).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)))
                : "";
    }

    private static String value(String name, Map<Placeholder, String> values) {
        return Placeholder.of(name.strip())
                .map(placeholder -> values.getOrDefault(placeholder, ""))
                .orElse("");
    }

    /** Nothing that somebody typed elsewhere breaks the line. */
    private static String oneLine(String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }
}
