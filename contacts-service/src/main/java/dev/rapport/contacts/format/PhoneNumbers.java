package dev.rapport.contacts.format;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them, in the country of the person whose file it is. */
final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String UNKNOWN = "ZZ";
    private static final Pattern COUNTRY_AFTER_ZEROS = Pattern.compile("00\\s*[1-9].*");

    /** Not more than any number with its extension; the library's patterns are slow on long texts. */
    private static final int LONGEST = 100;

    private final String region;

    /** @param region ISO 3166, or null */
    PhoneNumbers(String region) {
        this.region = region == null ? UNKNOWN : region.toUpperCase(Locale.ROOT);
    }

    /** @param extension null when there is none */
    record PhoneNumber(String e164, String extension) {}

    /** The number; empty when the text is none, or when its country is unknown. */
    Optional<PhoneNumber> read(String text) {
        var bare = text.strip();
        bare = bare.regionMatches(true, 0, "tel:", 0, 4) ? bare.substring(4) : bare;
        if (region.equals(UNKNOWN) && COUNTRY_AFTER_ZEROS.matcher(bare).matches()) {
            bare = "+" + bare.substring(2);
        }
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(bare, region);
            var e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
            var extension = number.hasExtension() ? number.getExtension() : null;
            return NUMBERS.isPossibleNumber(number) ? Optional.of(new PhoneNumber(e164, extension)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text that is no number. */
    String hint() {
        return region.equals(UNKNOWN)
                ? "is no phone number with country code, such as +4930123456; the import may state a default region"
                : "is no phone number of " + region + " or with country code";
    }
}
