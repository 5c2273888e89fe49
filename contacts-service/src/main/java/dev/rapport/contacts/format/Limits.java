package dev.rapport.contacts.format;

import java.util.Map;

/** How much the API takes in each field; the annotations of {@code ContactDetails} are the source, a test compares. */
final class Limits {

    static final int LABEL = 50;
    static final int ANNIVERSARY_LABEL = 100;
    static final int CUSTOM_KEY = 50;
    static final int CIRCLES = 100;
    static final int CUSTOM_FIELDS = 100;

    /** Characters in a text. */
    private static final Map<String, Integer> TEXT = Map.ofEntries(
            Map.entry("displayName", 300),
            Map.entry("namePrefix", 100),
            Map.entry("givenName", 150),
            Map.entry("middleName", 150),
            Map.entry("familyName", 150),
            Map.entry("nameSuffix", 100),
            Map.entry("nickname", 150),
            Map.entry("phoneticGivenName", 150),
            Map.entry("phoneticFamilyName", 150),
            Map.entry("organization", 200),
            Map.entry("department", 200),
            Map.entry("title", 200),
            Map.entry("industry", 200),
            Map.entry("notes", 20_000));

    /** Characters in one value of a list. */
    private static final Map<String, Integer> ITEM =
            Map.of("emails", 254, "phones", 40, "handles", 200, "websites", 1000, "interests", 100, "languages", 35);

    /** Values in a list. */
    private static final Map<String, Integer> LIST = Map.of(
            "emails", 50,
            "phones", 50,
            "handles", 50,
            "websites", 50,
            "postalAddresses", 20,
            "interests", 100,
            "languages", 20,
            "anniversaries", 50);

    /** Characters in a part of a postal address or of the first meeting. */
    private static final Map<String, Map<String, Integer>> PART = Map.of(
            "postalAddresses",
                    Map.of(
                            "label", 50,
                            "postBox", 100,
                            "extended", 200,
                            "street", 500,
                            "locality", 200,
                            "region", 200,
                            "postalCode", 50,
                            "country", 100),
            "firstMeeting", Map.of("how", 1000, "where", 300));

    private Limits() {}

    static Map<String, Integer> texts() {
        return TEXT;
    }

    static int item(String list) {
        return ITEM.get(list);
    }

    static int list(String list) {
        return LIST.get(list);
    }

    static Map<String, Integer> parts(String field) {
        return PART.get(field);
    }
}
