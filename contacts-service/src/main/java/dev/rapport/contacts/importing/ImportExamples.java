package dev.rapport.contacts.importing;

/** Bodies for the API document. */
final class ImportExamples {

    static final String VCARD = """
            BEGIN:VCARD
            VERSION:4.0
            UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
            FN:Jane Doe
            EMAIL;TYPE=work:jane@example.org
            BDAY:--0412
            CATEGORIES:Key clients
            END:VCARD
            """;

    static final String CSV = """
            First Name,Last Name,Email Address,Company,Position,Connected On
            Jane,Doe,jane@example.org,Acme,Head of Purchasing,04 Mar 2025
            """;

    static final String JSCONTACT = """
            {"@type": "Card", "version": "1.0", "uid": "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
             "name": {"full": "Jane Doe"}, "emails": {"1": {"address": "jane@example.org"}}}
            """;

    static final String NDJSON = """
            {"uid": "crm-17", "displayName": "Jane Doe", "emails": ["jane@example.org"], "circleNames": ["Key clients"]}
            """;

    static final String IMPORT = """
            {"id": "0199a5c4-5f0e-7cc1-a3c3-0c9a1d1f2a3b", "state": "running", "format": "vcard",
             "fileName": "contacts.vcf", "dryRun": false, "existing": "fill", "circles": [],
             "size": 48213, "bytesRead": 32768,
             "counts": {"records": 120, "created": 100, "changed": 12, "unchanged": 6, "rejected": 2, "faults": 5},
             "startedBy": "alex", "createdAt": "2026-03-01T09:30:00Z", "startedAt": "2026-03-01T09:30:01Z"}""";

    static final String IMPORTS = "{\"items\": [" + IMPORT + "]}";

    static final String PROBLEMS = """
            {"items": [
              {"nr": 1, "line": 17, "field": "emails", "message": "must be an email address, such as jane@example.org",
               "rejected": false}
            ]}""";

    static final String EVENTS = "id: 3\nevent: progress\ndata: {\"id\": \"0199a5c4-5f0e-7cc1-a3c3-0c9a1d1f2a3b\"}\n\n";

    private ImportExamples() {}
}
