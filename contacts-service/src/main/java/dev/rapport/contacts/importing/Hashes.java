package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.format.ImportedRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Tells records apart by what they say. */
final class Hashes {

    private static final int LONGEST_UID = 200;

    private Hashes() {}

    /** A new SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of bytes, in hexadecimal. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Of everything that a record says. */
    static String content(ImportedRecord record) {
        var parts = List.of(
                String.valueOf(record.uid()),
                DetailsJson.write(record.contact()),
                DetailsJson.write(record.circles()),
                String.valueOf(record.introducedBy()),
                record.photo() == null ? "" : hex(record.photo().bytes()));
        return of(DetailsJson.write(parts));
    }

    /** Of what an import with these settings does with a record of this content. */
    static String applied(String content, ImportSettings settings) {
        return of(content
                + settings.existing()
                + settings.circles().stream().sorted().toList());
    }

    /** How a record is found again: by what the file calls it, else by its content. */
    static String ref(ImportedRecord record, String content) {
        return record.uid() == null ? "record:" + content : uidRef(record.uid());
    }

    /** How the record with this uid is found again. */
    static String uidRef(String uid) {
        boolean isPlain = uid.length() <= LONGEST_UID && uid.codePoints().allMatch(it -> it >= ' ' && it < 0xD800);
        return "uid:" + (isPlain ? uid : of(uid));
    }

    private static String of(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
