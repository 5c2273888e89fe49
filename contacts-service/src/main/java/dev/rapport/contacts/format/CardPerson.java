package dev.rapport.contacts.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** All that is known of the person beside names, addresses and days. */
final class CardPerson {

    /** What programs put into every contact. */
    private static final Set<String> SYSTEM_CIRCLES =
            Set.of("mycontacts", "my contacts", "* mycontacts", "system group: my contacts");

    private static final List<String> RELATED =
            List.of("RELATED", "X-ABRELATEDNAMES", "X-SPOUSE", "X-EVOLUTION-SPOUSE", "X-MS-SPOUSE");

    private final Draft draft;

    CardPerson(Draft draft) {
        this.draft = draft;
    }

    void addTo(Map<String, BiConsumer<CardProperty, String>> readers) {
        readers.put("UID", (it, label) -> draft.uid(it.line(), it.text()));
        readers.put("NOTE", (it, label) -> draft.notes(it.line(), it.text().replace("\r\n", "\n")));
        readers.put("CATEGORIES", (it, label) -> it.list().forEach(name -> circle(it, name)));
        readers.put("INTEREST", (it, label) -> draft.person().interest(it.line(), it.text()));
        readers.put("HOBBY", (it, label) -> draft.person().interest(it.line(), it.text()));
        readers.put("LANG", (it, label) -> draft.person().language(it.line(), it.text()));
        readers.put("TZ", (it, label) -> draft.person().timeZone(it.line(), it.text()));
        readers.put("PHOTO", (it, label) -> photo(it));
        RELATED.forEach(name -> readers.put(name, this::related));
    }

    static boolean isSystemCircle(String name) {
        return SYSTEM_CIRCLES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private void circle(CardProperty property, String name) {
        if (!isSystemCircle(name)) {
            draft.circle(property.line(), name);
        }
    }

    private void photo(CardProperty property) {
        var text = property.value().strip();
        var lower = text.substring(0, Math.min(20, text.length())).toLowerCase(Locale.ROOT);
        if (!lower.startsWith("data:") && (property.isUri() || lower.matches("(?s)[a-z][a-z0-9+.-]*\\\\?:.*"))) {
            draft.fault(property.line(), "photo", "is a link: only photos within the file are taken");
            return;
        }
        PhotoBytes.decode(text)
                .ifPresentOrElse(
                        bytes -> draft.photo(property.line(), bytes),
                        () -> draft.fault(property.line(), "photo", "is no Base64 text"));
    }

    /** People named in words go to the notes; a link to another card means nothing here. */
    private void related(CardProperty property, String label) {
        var text = property.text().strip();
        boolean isLink = property.isUri() || text.matches("(?i)(urn|https?|mailto|ldap):.*");
        if (isLink) {
            draft.fault(property.line(), "RELATED", text, "was left out: a contact has no links to others");
        } else {
            var what = property.name().endsWith("SPOUSE") ? "spouse" : label == null ? "related" : label;
            draft.notes(property.line(), what + ": " + text);
        }
    }
}
