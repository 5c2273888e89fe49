package dev.rapport.engagement.signal;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links in the form in which those that lead to the same page are equal. */
final class Links {

    /** What campaigns and networks add to tell who clicked where; it never chooses the page. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "trk",
            "trackingid",
            "lipi",
            "_hsenc",
            "_hsmi",
            "mkt_tok",
            "ref_src",
            "ref_url");

    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    private Links() {}

    /**
     * The canonical form of a link: normalised by RFC 3986, section 6, and without scheme, {@code www.}, fragment, tracking
     * parameters and the order of the others. Empty for anything that is no absolute http or https URL with a host.
     */
    static Optional<String> canonical(String link) {
        try {
            var uri = parsed(link.strip()).normalize();
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            return Optional.of(host(uri) + port(uri, scheme) + path(uri) + query(uri));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Understands what RFC 3987 adds to URLs: a host and a path with other letters than those of ASCII. */
    private static URI parsed(String link) throws URISyntaxException {
        var uri = new URI(new URI(link).toASCIIString());
        var authority = new URI(link).getRawAuthority();
        if (uri.getHost() != null || authority == null) {
            return uri;
        }
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new URI(uri.getScheme() + "://" + IDN.toASCII(authority) + path);
    }

    private static String host(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static String port(URI uri, String scheme) {
        int usual = scheme.equals("http") ? 80 : 443;
        return uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    }

    private static String path(URI uri) {
        var path = upperCased(uri.getRawPath());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        var kept = Arrays.stream(upperCased(uri.getRawQuery()).split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        var name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String upperCased(String encoded) {
        return ENCODED.matcher(encoded).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }
}
