package dev.rapport.contacts.circle;

/** Bodies shown in the API's document. */
final class CircleExamples {

    static final String NEW_CIRCLE = """
            {
              "name": "Key clients",
              "cadence": {"ideal": "P30D", "longest": "P45D", "counting": ["call", "meeting"]},
              "priority": 80
            }""";

    static final String CIRCLE = """
            {
              "id": "0199e3a0-5c00-7000-8000-00000000c1c1",
              "name": "Key clients",
              "cadence": {"ideal": "P30D", "longest": "P45D", "counting": ["call", "meeting"]},
              "priority": 80,
              "memberCount": 12,
              "version": 1,
              "createdAt": "2026-03-01T09:30:00Z",
              "updatedAt": "2026-03-01T09:30:00Z"
            }""";

    static final String CIRCLES = "{\"items\": [" + CIRCLE + "]}";

    static final String PATCH = """
            {"cadence": {"ideal": "P14D", "longest": "P30D"}}""";

    static final String MEMBER_CHANGES = """
            {
              "add": ["0199e3a0-5c00-7000-8000-0000000000c1"],
              "remove": ["0199e3a0-5c00-7000-8000-0000000000c2"]
            }""";

    static final String RESULTS = """
            {
              "accepted": 2,
              "rejected": 0,
              "results": [
                {"index": 0, "status": 200, "id": "0199e3a0-5c00-7000-8000-0000000000c1", "version": 4},
                {"index": 1, "status": 200, "id": "0199e3a0-5c00-7000-8000-0000000000c2", "version": 2}
              ]
            }""";

    static final String MEMBERS = """
            {
              "items": [
                {
                  "id": "0199e3a0-5c00-7000-8000-0000000000c1",
                  "displayName": "Jane Doe",
                  "emails": ["jane@example.org"],
                  "relationship": "client",
                  "circles": ["0199e3a0-5c00-7000-8000-00000000c1c1"],
                  "owner": "member-1",
                  "version": 4,
                  "createdAt": "2026-03-01T09:30:00Z",
                  "updatedAt": "2026-03-02T10:00:00Z"
                }
              ]
            }""";

    private CircleExamples() {}
}
