package dev.rapport.contacts.format;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the properties of a card say of the contact. */
final class CardIntake {

    private final Draft draft;
    private final List<CardProperty> properties;
    private final Map<String, BiConsumer<CardProperty, String>> readers = new HashMap<>();
    private final CardLabels labels;

    CardIntake(Draft draft, ReadSettings settings, List<CardProperty> properties) {
        this.draft = draft;
        this.properties = properties.stream()
                .sorted(Comparator.comparingInt(CardProperty::preference))
                .toList();
        this.labels = new CardLabels(properties);
        boolean isOwn = properties.stream()
                .anyMatch(it -> it.name().equals("PRODID") && it.value().equals(VCardWriter.PRODUCT));
        new CardNames(draft).addTo(readers);
        new CardAddresses(draft, isOwn).addTo(readers);
        new CardDays(draft, new Dates(settings.defaultRegion())).addTo(readers);
        new CardPerson(draft).addTo(readers);
        new CardExtensions(draft).addTo(readers);
    }

    /** Whether the card is a list of other cards. */
    static boolean isGroup(List<CardProperty> properties) {
        return properties.stream()
                .anyMatch(it -> (it.name().equals("KIND") || it.name().equals("X-ADDRESSBOOKSERVER-KIND"))
                        && it.value().strip().equalsIgnoreCase("group"));
    }

    /** The name of the property that starts like this. */
    static String field(String head) {
        var name = head.split("[;:]", 2)[0];
        name = name.substring(name.lastIndexOf('.') + 1);
        return name.equals("PHOTO") ? "photo" : name;
    }

    /** The record that the card is. */
    ImportedRecord record() {
        for (var property : properties) {
            var reader = readers.get(property.name());
            if (reader != null && !property.value().isBlank()) {
                reader.accept(property, labels.of(property));
            }
        }
        CardNames.roleAsTitle(draft, properties);
        CardAddresses.labelAsAddress(draft, properties);
        CardExtensions.exact(draft, properties);
        return draft.finish();
    }

    /** As the names of properties are compared. */
    static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
