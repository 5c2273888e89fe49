package dev.rapport.engagement.format.mail;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.Excerpt;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of mailing lists: those that messages read so far came through, and those that look like one. */
final class KnownLists {

    private static final int MOST = 10_000;
    private static final int LONGEST_FIELD = 500;
    private static final Pattern LIST = Pattern.compile(
            "(.+[-_.])?(list|users?|dev|devel|announce|discuss|commits|issues)@.*\\b(apache\\.org|lists?\\..*)"
                    + "|.*@(lists?|listserv|groups|mailman|ml)\\..+|.*@(googlegroups\\.com|groups\\.io|yahoogroups\\.[a-z.]+|freelists\\.org)"
                    + "|.*-(request|announce|subscribe|unsubscribe|owner)@.+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:;,\"]+@[^\\s<>:;,?\"]+");

    private final Set<String> seen = new HashSet<>();

    /** Learns the list that a message came through. */
    void learn(Header header) {
        for (var field : new String[] {"list-post", "mailing-list", "x-mailing-list", "x-beenthere"}) {
            var match = ADDRESS.matcher(Excerpt.cut(header.lower(field), LONGEST_FIELD));
            if (match.find() && seen.size() < MOST) {
                Address.email(match.group()).ifPresent(it -> seen.add(it.value()));
            }
        }
    }

    /** Whether many people stand behind this address. */
    boolean isList(Address address) {
        return seen.contains(address.value()) || LIST.matcher(address.value()).matches();
    }
}
