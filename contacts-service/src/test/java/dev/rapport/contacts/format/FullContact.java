package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A contact that uses every field there is, with the characters that formats get wrong. */
final class FullContact {

    static final UUID ID = UUID.fromString("0190f3a2-7b1c-7d3e-8f4a-5b6c7d8e9f00");
    static final UUID INTRODUCER = UUID.fromString("0190f3a2-7b1c-7d3e-8f4a-000000000001");

    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private FullContact() {}

    static ExportedContact exported() {
        var types = Map.of("tier", "choice", "revenue", "number", "vip", "boolean", "renewal", "date", "wiki", "url");
        return new ExportedContact(
                ID, details(), List.of("Board; members", "Sailing, Kiel", "VIP"), PNG, types, THEN, THEN);
    }

    static ExportedContact exported(ObjectNode details) {
        return new ExportedContact(
                ID, DetailsJson.read(details, ContactDetails.class), List.of(), null, Map.of(), THEN, THEN);
    }

    static ContactDetails details() {
        var json = DetailsJson.tree(Map.ofEntries(
                Map.entry("displayName", "J. \"Jo\" Døe; of Acme, Inc. \\o/"),
                Map.entry("namePrefix", "Dr."),
                Map.entry("givenName", "Jane, Anna"),
                Map.entry("middleName", "=Q;R"),
                Map.entry("familyName", "Doe-Müller"),
                Map.entry("nameSuffix", "M.D., Ph.D."),
                Map.entry("nickname", "Jo, the first"),
                Map.entry("phoneticGivenName", "ジェーン"),
                Map.entry("phoneticFamilyName", "ドウ"),
                Map.entry("emails", List.of("jane@example.org", "j.doe@work.example", "x+y@example.org")),
                Map.entry("phones", List.of("+4930123456", "+12125550123")),
                Map.entry(
                        "handles",
                        List.of(
                                "linkedin:jane-doe",
                                "mastodon:jane@mastodon.social",
                                "xmpp:jane@example.org",
                                "odd:a;b,c\\d")),
                Map.entry(
                        "websites", List.of("https://jane.example.org/a;b,c?x=1", "https://www.linkedin.com/in/other")),
                Map.entry(
                        "labels",
                        new LinkedHashMap<>(Map.of(
                                "jane@example.org", "home",
                                "j.doe@work.example", "secretary; \"Anna\", 2nd floor",
                                "+4930123456", "work fax",
                                "+12125550123", "mobile",
                                "linkedin:jane-doe", "cell",
                                "https://jane.example.org/a;b,c?x=1", "blog ::: [old]"))),
                Map.entry(
                        "postalAddresses",
                        List.of(
                                Map.of(
                                        "label",
                                        "work",
                                        "postBox",
                                        "PO 1",
                                        "extended",
                                        "Suite, 5",
                                        "street",
                                        "Unter den Linden 1\nHinterhaus",
                                        "locality",
                                        "Berlin",
                                        "region",
                                        "BE",
                                        "postalCode",
                                        "10117",
                                        "country",
                                        "Germany; DE"),
                                Map.of("label", "summer house", "locality", "Kiel"),
                                Map.of("street", "no label 3"))),
                Map.entry("organization", "Acme, Inc.; Holding"),
                Map.entry("department", "R&D, Europe"),
                Map.entry("title", "@Head of Purchasing"),
                Map.entry("industry", "Ships, boats"),
                Map.entry("relationship", "mentor"),
                Map.entry("interests", List.of("sailing", "wine, cheese", "a ::: b")),
                Map.entry("languages", List.of("de-DE", "en")),
                Map.entry("timeZone", "Europe/Berlin"),
                Map.entry("birthday", "--02-29"),
                Map.entry(
                        "anniversaries",
                        List.of(
                                Map.of("label", "wedding", "date", "2010-05-01"),
                                Map.of("label", "first boat; \"Anna\"", "date", "--07-04"),
                                Map.of("label", "wedding", "date", "2020-05-01"))),
                Map.entry(
                        "firstMeeting",
                        Map.of("how", "Sat beside\neach other", "where", "FOSDEM, Brussels", "on", "2019-02-02")),
                Map.entry("introducedBy", INTRODUCER.toString()),
                Map.entry(
                        "cadence",
                        Map.of("ideal", "P30D", "longest", "P1M15D", "counting", List.of("call", "meeting"))),
                Map.entry("owner", "member-1"),
                Map.entry("notes", notes()),
                Map.entry("customFields", customFields())));
        return DetailsJson.read(json, ContactDetails.class);
    }

    private static Map<String, Object> customFields() {
        return Map.of(
                "tier", TextNode.valueOf("gold; \"old\""),
                "revenue", DecimalNode.valueOf(new BigDecimal("12.5")),
                "vip", BooleanNode.TRUE,
                "renewal", TextNode.valueOf("2027-01-31"),
                "wiki", TextNode.valueOf("https://wiki.example/x,y"));
    }

    /** Every control character but NUL, and what ends lines, properties or quotes somewhere. */
    private static String notes() {
        var controls = new StringBuilder(
                "  =1+1\r\nEND:VCARD\rBEGIN:VCARD\n\n\"quoted\", 'x'; \\n {a} \u0085\u2028\u2029\ufeff😀\n");
        for (char it = 1; it < 32; it++) {
            controls.append(it);
        }
        return controls.append("\u007f\u0080 end").toString();
    }
}
