package dev.rapport.contacts.contact;

/** Request bodies shown in the API's document. */
final class ContactExamples {

    static final String NEW_CONTACT = """
            {
              "givenName": "Jane",
              "familyName": "Doe",
              "emails": ["jane@example.org"],
              "phones": ["+4930123456"],
              "handles": ["linkedin:jane-doe"],
              "organization": "Acme",
              "title": "Head of Purchasing",
              "relationship": "client",
              "interests": ["sailing"],
              "cadence": {"ideal": "P30D", "longest": "P45D", "counting": ["call", "meeting"]},
              "timeZone": "Europe/Berlin"
            }""";

    static final String NEW_CONTACTS = """
            {"items": [{"displayName": "Jane Doe", "emails": ["jane@example.org"]}, {"organization": "Acme"}]}""";

    static final String PATCH = """
            {"title": "Managing Director", "notes": null, "cadence": {"ideal": "P14D"}}""";

    static final String CHANGES = """
            {"items": [{"id": "0199e3a0-5c00-7000-8000-0000000000c1", "version": 1, "patch": {"title": "Director"}}]}""";

    static final String DELETIONS = """
            {"items": [{"id": "0199e3a0-5c00-7000-8000-0000000000c1", "version": 2}]}""";

    static final String RESULTS = """
            {"accepted": 1, "rejected": 1, "results": [
              {"index": 0, "status": 200, "id": "0199e3a0-5c00-7000-8000-0000000000c1", "version": 2},
              {"index": 1, "status": 412, "id": "0199e3a0-5c00-7000-8000-0000000000c2", "problem": {
                "type": "urn:rapport:problem:precondition-failed", "title": "The resource has changed", "status": 412,
                "detail": "It is at version 4."}}]}""";

    private ContactExamples() {}
}
