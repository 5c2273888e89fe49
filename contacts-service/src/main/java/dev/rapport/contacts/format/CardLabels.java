package dev.rapport.contacts.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the addresses and days of a card are for: the label of their group, else their types. */
final class CardLabels {

    private static final Pattern BUILT_IN = Pattern.compile("_\\$!<(.+)>!\\$_");

    /** Types that tell nothing about the purpose, or are told in other ways. */
    private static final Set<String> SILENT = Set.of(
            "pref",
            "internet",
            "voice",
            "msg",
            "video",
            "text",
            "uri",
            "x400",
            "postal",
            "parcel",
            "dom",
            "intl",
            "jpeg",
            "base64",
            "quoted-printable",
            "8bit",
            "7bit",
            "x-pref",
            "textphone",
            "");

    /** In this order in a label, so that equal sets of types give equal labels. */
    private static final List<String> ORDER = List.of("home", "work", "mobile", "fax", "pager");

    private static final Map<String, String> NAMES = Map.of("cell", "mobile", "business", "work", "personal", "home");

    private final Map<String, String> ofGroups = new HashMap<>();

    CardLabels(List<CardProperty> properties) {
        for (var property : properties) {
            if (property.name().equals("X-ABLABEL") && !property.group().isEmpty()) {
                ofGroups.put(property.group(), label(property.text()));
            }
        }
    }

    /** The label; null when there is none. */
    String of(CardProperty property) {
        var ofGroup = ofGroups.get(property.group());
        if (ofGroup != null && !ofGroup.isBlank()) {
            return ofGroup;
        }
        var named = new ArrayList<String>();
        property.types().stream()
                .filter(type -> !SILENT.contains(type))
                .map(type -> NAMES.getOrDefault(type, type.startsWith("x-") ? type.substring(2) : type))
                .distinct()
                .sorted((a, b) -> rank(a) == rank(b) ? a.compareTo(b) : Integer.compare(rank(a), rank(b)))
                .forEach(named::add);
        return named.isEmpty() ? null : String.join(" ", named);
    }

    /** Types that give this label when read; empty when only a group can. */
    static List<String> types(String label) {
        var words = List.of(label.split(" "));
        boolean areTypes = ORDER.containsAll(words)
                && words.stream().sorted((a, b) -> rank(a) - rank(b)).toList().equals(words);
        boolean isDistinct = words.stream().distinct().count() == words.size();
        return areTypes && isDistinct
                ? words.stream()
                        .map(word -> word.equals("mobile") ? "cell" : word)
                        .toList()
                : List.of();
    }

    private static String label(String text) {
        var builtIn = BUILT_IN.matcher(text.strip());
        return builtIn.matches() ? builtIn.group(1).toLowerCase(Locale.ROOT) : text.strip();
    }

    private static int rank(String label) {
        int index = ORDER.indexOf(label);
        return index < 0 ? ORDER.size() : index;
    }
}
