package dev.rapport.api.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Email addresses: lower case, domain in its ASCII form. The local part of RFC 5321 is case-sensitive in theory; no provider
 * that people use tells {@code Ann@} from {@code ann@}.
 */
final class Emails {

    /** Dot-atoms of RFC 5322 with the UTF-8 of RFC 6531; no quoted strings, no comments, no address literals. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    private Emails() {}

    static Optional<String> normalise(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var bare = text.strip().toLowerCase(Locale.ROOT);
        bare = bare.startsWith("mailto:") ? bare.substring("mailto:".length()) : bare;
        int at = bare.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || bare.length() > LONGEST) {
            return Optional.empty();
        }
        var local = bare.substring(0, at);
        return ascii(bare.substring(at + 1))
                .filter(domain ->
                        LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches())
                .map(domain -> local + "@" + domain);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
