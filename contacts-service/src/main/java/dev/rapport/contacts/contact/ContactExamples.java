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

    private ContactExamples() {}
}
