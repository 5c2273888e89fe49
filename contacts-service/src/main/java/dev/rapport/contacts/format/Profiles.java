package dev.rapport.contacts.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that are a person's profile on a network. Only whole profiles: a post or a company on a network is a website. */
final class Profiles {

    private static final String NAME = "@?([\\w.%-]+)/?([?#].*)?";

    private static final List<Network> NETWORKS = List.of(
            network("linkedin", "(?:[a-z]{2,3}\\.)?linkedin\\.com/in/"),
            network(
                    "twitter",
                    "(?:mobile\\.)?(?:twitter|x)\\.com/(?!home\\b|search\\b|hashtag\\b|i\\b|intent\\b|share\\b)"),
            network("github", "github\\.com/"),
            network("gitlab", "gitlab\\.com/"),
            network("instagram", "instagram\\.com/(?!p\\b|explore\\b)"),
            network("facebook", "(?:m\\.|[a-z]{2}-[a-z]{2}\\.)?facebook\\.com/(?!pages\\b|groups\\b|profile\\.php)"),
            network("xing", "xing\\.com/profile/"),
            network("youtube", "youtube\\.com/(?=@)"),
            network("tiktok", "tiktok\\.com/(?=@)"),
            network("threads", "threads\\.(?:net|com)/(?=@)"),
            network("bluesky", "bsky\\.app/profile/"),
            network("telegram", "t\\.me/"),
            network("medium", "medium\\.com/(?=@)"));

    /** Mastodon runs anywhere; these hosts tell by their names. */
    private static final Pattern MASTODON = Pattern.compile(
            "(?i)(?:https?://)?((?:mastodon|mstdn|social)\\.[a-z0-9.-]+|[a-z0-9-]+\\.social|fosstodon\\.org|hachyderm\\.io"
                    + "|infosec\\.exchange|mas\\.to|techhub\\.social|chaos\\.social)/@([\\w.-]+)/?");

    private static final Pattern ANY_INSTANCE = Pattern.compile("(?i)(?:https?://)?([a-z0-9.-]+)/@([\\w.-]+)/?");

    private Profiles() {}

    private record Network(String name, Pattern page) {}

    /** The handle that this page belongs to, as {@code network:name}; empty when it is none known. */
    static Optional<String> handle(String url) {
        var bare = url.strip();
        if (bare.length() > Limits.item("websites")) {
            return Optional.empty();
        }
        return NETWORKS.stream()
                .flatMap(network -> match(network.page(), bare).map(it -> network.name() + ":" + it.group(1)).stream())
                .findFirst()
                .or(() -> mastodon(MASTODON, bare));
    }

    /**
     * The handle on a network that the file names.
     *
     * @param value a page or a name
     */
    static String handle(String network, String value) {
        var bare = value.strip();
        var named = handle(bare);
        if (named.isPresent()) {
            return named.get();
        }
        if (network.equalsIgnoreCase("mastodon")) {
            return mastodon(ANY_INSTANCE, bare).orElse("mastodon:" + bare);
        }
        var prefix = Pattern.compile("(?i)(?:x-apple|" + Pattern.quote(network) + "):")
                .matcher(bare);
        return network + ":" + (prefix.lookingAt() ? bare.substring(prefix.end()) : bare);
    }

    private static Optional<String> mastodon(Pattern pattern, String url) {
        return match(pattern, url).map(it -> "mastodon:" + it.group(2) + "@" + it.group(1));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Network network(String name, String page) {
        return new Network(name, Pattern.compile("(?i)(?:https?://)?(?:www\\.)?" + page + NAME));
    }
}
