package dev.rapport.api.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names on a network, as {@code network:name}: lower case, without the {@code @} in front. */
final class Handles {

    private static final Pattern HANDLE = Pattern.compile("([a-z][a-z0-9.+-]{0,31}):\\s*@*+(\\S{1,200})");

    private Handles() {}

    static Optional<String> normalise(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var match = HANDLE.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(match.group(1) + ":" + match.group(2)) : Optional.empty();
    }
}
