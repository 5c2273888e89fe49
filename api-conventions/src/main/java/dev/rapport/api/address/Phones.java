package dev.rapport.api.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;

/** Phone numbers in E.164. A number without its country code could be anybody's, so it is refused. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NO_DEFAULT_REGION = "ZZ";

    private Phones() {}

    static Optional<String> normalise(String text) {
        if (text == null) {
            return Optional.empty();
        }
        var bare = text.strip();
        bare = bare.toLowerCase(Locale.ROOT).startsWith("tel:") ? bare.substring("tel:".length()) : bare;
        try {
            var number = NUMBERS.parse(bare, NO_DEFAULT_REGION);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
