package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.net.QuotedPrintableCodec;

/** Cards of all versions in all the manners of writing that are found, each with what it must be read as. */
final class GeneratedCards {

    private static final List<String> NAMES = List.of(
            "Jane", "Jürgen", "Zoë", "Søren", "Łukasz", "Νίκος", "山田", "O'Neil", "Anna-Lena", "de la Cruz", "Ñandú");

    private static final List<String> TEXTS = List.of(
            "plain",
            "with, comma",
            "semi;colon",
            "back\\slash",
            "two\nlines",
            "quote \"x\"",
            "colon: y",
            "=eq=",
            "ü ß é",
            "名前");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> circles = new ArrayList<>();
    private ObjectNode contact;
    private String version;
    private boolean hasPhoto;

    GeneratedCards(long seed) {
        random = new Random(seed);
    }

    /**
     * @param bytes in whichever encoding
     * @param hasPhoto whether the PNG of {@link FullContact} is in it
     */
    record Card(byte[] bytes, ObjectNode contact, List<String> circles, boolean hasPhoto, String uid) {}

    Card next(int number) {
        lines.clear();
        circles.clear();
        contact = JsonNodeFactory.instance.objectNode();
        hasPhoto = false;
        version = pick(List.of("2.1", "3.0", "4.0"));
        var uid = "uid-" + number;
        names(number);
        addresses(number);
        person();
        lines.add("UID:" + (is(2) ? "urn:uuid:" : "") + uid);
        lines.addAll(pick(List.of(
                List.of("REV:20200101T000000Z"),
                List.of("X-UNKNOWN;X-P=1:a:b;c,d"),
                List.of(),
                List.of("AGENT:BEGIN:VCARD\\nEND:VCARD"))));
        var begin = is(5) ? "begin:vcard" : "BEGIN:VCARD";
        var end = pick(List.of("\r\n", "\n"));
        var text = begin + end + "VERSION:" + version + end
                + String.join(
                        end, lines.stream().map(it -> it.replace("\r\n", end)).toList()) + end + "END:VCARD" + end
                + (is(4) ? end : "");
        return new Card(text.getBytes(charset(text)), contact, List.copyOf(circles), hasPhoto, uid);
    }

    private void names(int number) {
        var given = pick(NAMES);
        var family = pick(NAMES) + number;
        switch (random.nextInt(4)) {
            case 0 -> {
                property("N", "", family + ";" + given + ";;;", false);
                property("FN", "", given + " " + family, false);
                contact.put("givenName", given).put("familyName", family);
            }
            case 1 -> {
                property("FN", "", given + " " + family, false);
                contact.put("displayName", given + " " + family);
            }
            case 2 -> {
                property("N", "", family + ";" + given + ";Q.;Dr.;M.D.", false);
                property("FN", "", "The " + given, false);
                contact.put("givenName", given).put("familyName", family).put("middleName", "Q.");
                contact.put("namePrefix", "Dr.").put("nameSuffix", "M.D.").put("displayName", "The " + given);
            }
            default -> {
                lines.add("FN:");
                property("ORG", "", family + ";Sales;Kiel", false);
                contact.put("organization", family).put("department", "Sales, Kiel");
            }
        }
    }

    private void addresses(int number) {
        for (int i = random.nextInt(3); i > 0; i--) {
            var email = "p" + number + "." + i + "@example.org";
            var label = pick(List.of("home", "work"));
            lines.add(grouped("EMAIL" + types("INTERNET", label) + ":" + email.replace("p", "P")));
            contact.withArrayProperty("emails").add(email);
            contact.withObjectProperty("labels").put(email, label);
        }
        if (is(2)) {
            var phone = "+4930" + (1_000_000 + number);
            lines.add("TEL" + types("VOICE", "cell") + ":" + phone.substring(0, 3) + " (0)30 " + phone.substring(5));
            contact.withArrayProperty("phones").add(phone);
            contact.withObjectProperty("labels").put(phone, "mobile");
        }
        if (is(3)) {
            lines.add(pick(List.of(
                    "X-SKYPE:jane" + number,
                    "IMPP:skype:jane" + number,
                    "IMPP;X-SERVICE-TYPE=Skype:skype:jane" + number)));
            contact.withArrayProperty("handles").add("skype:jane" + number);
        }
    }

    private void person() {
        if (is(2)) {
            var month = 1 + random.nextInt(12);
            var day = 1 + random.nextInt(28);
            var written = is(3)
                    ? List.of("BDAY:--%02d%02d", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-%02d-%02d", "BDAY:--%02d-%02d")
                    : List.of("BDAY:1985-%02d-%02d", "BDAY:1985%02d%02d", "BDAY;VALUE=date:1985-%02d-%02dT00:00:00Z");
            boolean hasYear = written.get(0).contains("1985");
            lines.add(pick(written).formatted(month, day));
            contact.put("birthday", (hasYear ? "1985" : "-") + "-%02d-%02d".formatted(month, day));
        }
        if (is(2)) {
            var note = pick(TEXTS);
            property("NOTE", "", escaped(note), true);
            contact.put("notes", note);
        }
        if (is(3)) {
            var title = pick(TEXTS);
            property("TITLE", "", escaped(title), true);
            contact.put("title", title);
        }
        if (is(3)) {
            lines.add("CATEGORIES:A\\, B,myContacts,C");
            circles.addAll(List.of("A, B", "C"));
        }
        if (is(10)) {
            photo();
        }
    }

    private void photo() {
        var base64 = Base64.getEncoder().encodeToString(FullContact.PNG);
        lines.add(
                switch (version) {
                    case "2.1" ->
                        "PHOTO;ENCODING=BASE64;PNG:\r\n " + base64.substring(0, 60) + "\r\n " + base64.substring(60)
                                + "\r\n";
                    case "3.0" -> folded("PHOTO;ENCODING=b;TYPE=PNG:" + base64);
                    default -> folded("PHOTO:data:image/png;base64," + base64);
                });
        hasPhoto = true;
    }

    /** As quoted-printable in 2.1, folded or not in others. */
    private void property(String name, String parameters, String value, boolean isEscaped) {
        if (version.equals("2.1") && is(2)) {
            var encoded = quoted(isEscaped ? value.replace("\\n", "\n") : value);
            lines.add(name + parameters + ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + encoded);
        } else {
            lines.add(folded(name + parameters + ":" + value));
        }
    }

    private String quoted(String value) {
        try {
            var encoded = new QuotedPrintableCodec(StandardCharsets.UTF_8)
                    .encode(value)
                    .replace("\n", "=0A");
            int middle = encoded.indexOf('=', encoded.length() / 2);
            return middle > 0 && is(2) ? encoded.substring(0, middle) + "=\r\n" + encoded.substring(middle) : encoded;
        } catch (EncoderException e) {
            throw new IllegalStateException(e);
        }
    }

    private String folded(String line) {
        int at = 10 + random.nextInt(20);
        boolean isSplit = line.length() > at && !Character.isWhitespace(line.charAt(at)) && is(2);
        return isSplit ? line.substring(0, at) + "\r\n " + line.substring(at) : line;
    }

    private String types(String silent, String type) {
        return switch (version) {
            case "2.1" -> ";" + silent + ";" + type.toUpperCase(java.util.Locale.ROOT);
            case "3.0" -> pick(List.of(";type=" + silent + ";type=" + type, ";TYPE=" + silent + "," + type));
            default -> ";TYPE=\"" + silent.toLowerCase(java.util.Locale.ROOT) + "," + type + "\"";
        };
    }

    private String grouped(String line) {
        return is(4) ? "item" + random.nextInt(9) + "." + line : line;
    }

    /** Latin-1 without a declaration where that is possible. */
    private Charset charset(String text) {
        boolean isLatin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return isLatin && is(4) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\n", "\\n");
    }

    private boolean is(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
