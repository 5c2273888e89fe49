package dev.rapport.engagement.signal;

/** Examples of the API's document. */
final class SignalExamples {

    static final String NEW_SIGNAL = """
            {"address": "linkedin:jane-doe", "kind": "promotion", "title": "Jane Doe is now Head of Design at Acme",
             "link": "https://news.example.org/jane-doe", "topics": ["design"], "publishedAt": "2026-03-01T09:30:00Z",
             "organization": "Acme", "position": "Head of Design", "source": "acme-news", "externalId": "n-4711"}""";

    static final String SIGNAL = """
            {"id": "0199e3a0-5c00-7000-8000-0000000000b1", "contactId": "0199e3a0-5c00-7000-8000-0000000000c1",
             "address": "linkedin:jane-doe", "matched": true, "owner": "alex", "kind": "promotion",
             "title": "Jane Doe is now Head of Design at Acme", "link": "https://news.example.org/jane-doe",
             "topics": ["design"], "publishedAt": "2026-03-01T09:30:00Z", "organization": "Acme",
             "position": "Head of Design", "seenAt": "2026-03-01T09:31:00Z", "source": "acme-news",
             "externalId": "n-4711", "revision": 1, "sources": [
               {"id": "0199e3a0-5c00-7000-8000-0000000000b2", "title": "Jane Doe promoted to Head of Design",
                "seenAt": "2026-03-03T08:00:00Z", "source": "crm", "externalId": "88"}]}""";

    static final String BATCH = "{\"items\": [" + NEW_SIGNAL + "]}";

    static final String PATCH = """
            {"title": "Jane Doe is now Head of Product Design at Acme", "link": null}""";

    private SignalExamples() {}
}
