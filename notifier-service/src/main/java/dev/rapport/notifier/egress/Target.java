package dev.rapport.notifier.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL as a stranger named it, taken apart.
 *
 * @param host in lower case; an IPv6 address without its brackets
 * @param path with the query
 */
record Target(boolean secure, String host, int port, String path) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** What some read as an IPv4 address, and the one spelling of it that all read alike. */
    private static final Pattern NUMBERS = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private static final Pattern USUAL_FORM = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /** Takes a URL apart; throws {@link RefusedUrl} for what is none of the web, or hides where it leads. */
    static Target of(String url) {
        var uri = parse(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new RefusedUrl("must begin with https:// or http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new RefusedUrl("must not hold a user name or a password");
        }
        if (uri.getRawFragment() != null) {
            throw new RefusedUrl("must not have a fragment");
        }
        if (uri.getHost() == null || isOddAddress(uri.getHost()) || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new RefusedUrl("must name a host, such as https://example.org/hook;"
                    + " write names of other scripts in ASCII (xn--…) and addresses in their usual form");
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var secure = scheme.equals("https");
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                secure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() < 0 ? secure ? 443 : 80 : uri.getPort(),
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** An address of IPv6 with a zone means something on one machine alone. */
    private static boolean isOddAddress(String host) {
        return host.contains("%")
                || NUMBERS.matcher(host.toLowerCase(Locale.ROOT)).matches()
                        && !USUAL_FORM.matcher(host).matches();
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            if (!url.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
                throw new RefusedUrl("must be written in ASCII: names of hosts as xn--…, the rest percent-encoded");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new RefusedUrl("must be a URL such as https://example.org/hook", e);
        }
    }
}
