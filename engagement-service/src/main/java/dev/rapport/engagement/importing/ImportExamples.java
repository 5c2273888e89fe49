package dev.rapport.engagement.importing;

/** Bodies for the API document. */
final class ImportExamples {

    static final String NDJSON = """
            {"address": "jane@example.org", "kind": "call", "direction": "OUTBOUND", "occurredAt": "2026-03-01T09:30:00Z"}
            """;

    static final String CSV = """
            occurredAt,kind,direction,email,subject
            2026-03-01T09:30:00Z,call,OUTBOUND,jane@example.org,Offer for the new site
            """;

    static final String EML = """
            From: Alex <alex@example.org>
            To: Jane Doe <jane@example.org>
            Date: Sun, 1 Mar 2026 09:30:00 +0000
            Message-ID: <17@example.org>
            Subject: Offer for the new site

            Dear Jane, here it is.

            """;

    static final String MBOX = "From alex@example.org Sun Mar  1 09:30:00 2026\n" + EML;

    static final String ICS = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            BEGIN:VEVENT
            UID:17@example.org
            DTSTAMP:20260228T120000Z
            DTSTART:20260301T093000Z
            DTEND:20260301T100000Z
            SUMMARY:Offer for the new site
            ORGANIZER:mailto:alex@example.org
            ATTENDEE:mailto:jane@example.org
            END:VEVENT
            END:VCALENDAR
            """;

    static final String IMPORT = """
            {"id": "0199a5c4-5f0e-7cc1-a3c3-0c9a1d1f2a3b", "state": "running", "format": "mbox",
             "fileName": "sent.mbox", "dryRun": false, "own": ["alex@example.org"], "source": "mail", "timeZone": "UTC",
             "size": 48213, "bytesRead": 32768,
             "counts": {"records": 120, "created": 60, "changed": 1, "unchanged": 5, "ignored": 53, "rejected": 1,
                        "matched": 58, "unmatched": 11, "ignoredByReason": {"mailing_list": 41, "bulk": 12}},
             "startedBy": "alex", "createdAt": "2026-03-01T09:30:00Z", "startedAt": "2026-03-01T09:30:01Z"}""";

    static final String IMPORTS = "{\"items\": [" + IMPORT + "]}";

    static final String PROBLEMS = """
            {"items": [
              {"nr": 1, "line": 17, "field": "Date", "message": "must be a date of RFC 5322", "rejected": true}
            ]}""";

    static final String IGNORED = """
            {"items": [{"nr": 4, "line": 4, "reason": "mailing_list", "detail": "List-Id"}]}""";

    static final String EVENTS = "id: 3\nevent: progress\ndata: {\"id\": \"0199a5c4-5f0e-7cc1-a3c3-0c9a1d1f2a3b\"}\n\n";

    private ImportExamples() {}
}
