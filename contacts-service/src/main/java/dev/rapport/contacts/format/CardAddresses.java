package dev.rapport.contacts.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Where the contact can be reached. */
final class CardAddresses {

    private static final List<String> PARTS =
            List.of("postBox", "extended", "street", "locality", "region", "postalCode", "country");

    /** Properties of programs that name the network themselves. */
    private static final Map<String, String> NETWORKS = Map.ofEntries(
            Map.entry("X-AIM", "aim"),
            Map.entry("X-ICQ", "icq"),
            Map.entry("X-JABBER", "xmpp"),
            Map.entry("X-GTALK", "gtalk"),
            Map.entry("X-GOOGLE-TALK", "gtalk"),
            Map.entry("X-MSN", "msn"),
            Map.entry("X-YAHOO", "yahoo"),
            Map.entry("X-SKYPE", "skype"),
            Map.entry("X-SKYPE-USERNAME", "skype"),
            Map.entry("X-QQ", "qq"),
            Map.entry("X-GROUPWISE", "groupwise"),
            Map.entry("X-GADUGADU", "gadugadu"),
            Map.entry("X-TWITTER", "twitter"),
            Map.entry("X-MATRIX", "matrix"),
            Map.entry("X-TELEGRAM", "telegram"),
            Map.entry("X-SIGNAL", "signal"),
            Map.entry("X-MASTODON", "mastodon"),
            Map.entry("X-LINKEDIN", "linkedin"),
            Map.entry("X-FACEBOOK", "facebook"),
            Map.entry("X-GITHUB", "github"),
            Map.entry("X-INSTAGRAM", "instagram"));

    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9.+-]{0,31}");
    private static final Set<String> VAGUE = Set.of("x-apple", "http", "https", "im", "other", "custom");

    private final Draft draft;
    private final DraftAddresses addresses;
    private final boolean isOwn;

    /** @param isOwn whether the card is an export of this program, whose profiles already are handles */
    CardAddresses(Draft draft, boolean isOwn) {
        this.draft = draft;
        this.addresses = draft.addresses();
        this.isOwn = isOwn;
    }

    void addTo(Map<String, BiConsumer<CardProperty, String>> readers) {
        readers.put("EMAIL", (it, label) -> addresses.email(it.line(), it.text(), label));
        readers.put("TEL", (it, label) -> addresses.phone(it.line(), it.text(), label));
        readers.put("URL", this::url);
        readers.put("ADR", this::postalAddress);
        readers.put("IMPP", this::messaging);
        readers.put("SOCIALPROFILE", this::profile);
        readers.put("X-SOCIALPROFILE", this::profile);
        NETWORKS.forEach((name, network) -> readers.put(
                name, (it, label) -> addresses.handle(it.line(), Profiles.handle(network, it.text()), label)));
    }

    /** The address as it is printed, if the card does not give it in parts. */
    static void labelAsAddress(Draft draft, List<CardProperty> properties) {
        for (var property : properties) {
            if (property.name().equals("LABEL")
                    && !draft.has("postalAddresses")
                    && !property.value().isBlank()) {
                var parts = new HashMap<String, String>();
                parts.put("street", property.text().replace("\r\n", "\n").strip());
                parts.put("label", new CardLabels(List.of()).of(property));
                draft.parts().postalAddress(property.line(), parts);
            }
        }
    }

    private void url(CardProperty property, String label) {
        if (isOwn) {
            addresses.website(property.line(), property.text(), label);
        } else {
            addresses.page(property.line(), property.text(), label);
        }
    }

    private void postalAddress(CardProperty property, String label) {
        var texts = property.parts(", ");
        var parts = new HashMap<String, String>();
        for (int i = 0; i < Math.min(texts.size(), PARTS.size()); i++) {
            parts.put(PARTS.get(i), texts.get(i));
        }
        parts.put("label", label);
        draft.parts().postalAddress(property.line(), parts);
    }

    /** {@code xmpp:alice@example.com}; the service is told by a parameter where the scheme tells none. */
    private void messaging(CardProperty property, String label) {
        var text = property.text().strip();
        var service = service(property);
        var scheme = text.contains(":") ? text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT) : "";
        boolean hasScheme = SERVICE.matcher(scheme).matches() && !VAGUE.contains(scheme);
        if (service == null || (hasScheme && isOwn)) {
            addresses.handle(property.line(), text, label);
        } else {
            var name = hasScheme || (VAGUE.contains(scheme) && !scheme.startsWith("http"))
                    ? text.substring(scheme.length() + 1)
                    : text;
            addresses.handle(property.line(), Profiles.handle(service, name), label);
        }
    }

    private void profile(CardProperty property, String label) {
        var service = service(property);
        var user = property.parameter("X-USER");
        var text = property.text().strip();
        if (service == null) {
            addresses.page(property.line(), text, label);
        } else if (Profiles.handle(text).isPresent() || user == null || user.isBlank()) {
            addresses.handle(property.line(), Profiles.handle(service, text), label(service, label));
        } else {
            addresses.handle(property.line(), Profiles.handle(service, user), label(service, label));
        }
    }

    /** Apple gives the network as the type, which then is no label. */
    private static String label(String service, String label) {
        return service.equalsIgnoreCase(label) ? null : label;
    }

    private static String service(CardProperty property) {
        for (var parameter : List.of("SERVICE-TYPE", "X-SERVICE-TYPE")) {
            var service = property.parameter(parameter);
            if (service != null) {
                var lower = service.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
                return SERVICE.matcher(lower).matches() ? (lower.equals("jabber") ? "xmpp" : lower) : null;
            }
        }
        return property.name().equals("X-SOCIALPROFILE")
                ? property.types().stream()
                        .filter(type -> SERVICE.matcher(type).matches()
                                && !Set.of("pref", "home", "work").contains(type))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
