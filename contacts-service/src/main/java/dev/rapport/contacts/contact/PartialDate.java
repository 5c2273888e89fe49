package dev.rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day that comes back every year, with the year in which it was first, if that is known. Written as {@code 1985-04-12} or
 * {@code --04-12} (RFC 6350, section 4.3.1, in ISO 8601's extended form).
 *
 * @param year null when it is unknown; 1 to 9999
 * @param day the day of the year; 29 February is one
 */
@Schema(type = SchemaType.STRING, examples = "1985-04-12", description = "`1985-04-12`, or `--04-12` without the year")
public record PartialDate(Integer year, MonthDay day) implements Comparable<PartialDate> {

    private static final Pattern FULL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public PartialDate {
        Objects.requireNonNull(day);
        if (year != null && (year < 1 || year > 9999 || !day.isValidYear(year))) {
            throw new DateTimeException("no such day in that year");
        }
    }

    /** Reads either form; throws {@link DateTimeException} for any other text, and for days that never were. */
    @JsonCreator
    public static PartialDate parse(String text) {
        if (FULL.matcher(text).matches()) {
            var date = LocalDate.parse(text);
            return new PartialDate(date.getYear(), MonthDay.from(date));
        }
        return new PartialDate(null, MonthDay.parse(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return year == null ? day.toString() : day.atYear(year).toString();
    }

    @Override
    public int compareTo(PartialDate other) {
        return toString().compareTo(other.toString());
    }
}
