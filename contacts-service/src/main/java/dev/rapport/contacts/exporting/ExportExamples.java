package dev.rapport.contacts.exporting;

/** Files for the API document, shortened. */
final class ExportExamples {

    static final String VCARD = """
            BEGIN:VCARD
            VERSION:4.0
            UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
            FN:Jane Doe
            EMAIL:jane@example.org
            CATEGORIES:Key clients
            END:VCARD
            """;

    static final String CSV = """
            uid,displayName,emails,circleNames
            4fbe8971-0bc3-424c-9c26-36c3e1eff6b1,Jane Doe,jane@example.org,Key clients
            """;

    static final String JSCONTACT = """
            [{"@type": "Card", "version": "1.0", "uid": "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
              "name": {"full": "Jane Doe"}, "emails": {"1": {"address": "jane@example.org"}}}]
            """;

    static final String NDJSON = """
            {"uid": "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1", "displayName": "Jane Doe", "emails": ["jane@example.org"],
             "circleNames": ["Key clients"]}
            """;

    private ExportExamples() {}
}
