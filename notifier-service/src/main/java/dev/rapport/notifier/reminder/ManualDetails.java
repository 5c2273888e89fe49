package dev.rapport.notifier.reminder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member decides of a reminder that is set already. */
@Schema(name = "ManualReminderDetails", description = "Has either `dueAt` or `localDateTime`.")
record ManualDetails(
        @Schema(description = "One line: what to do.", examples = "Send Anna the photos of the workshop")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = ONE_LINE, message = "must be one line")
        String text,

        @Schema(examples = "She asked for those of the second day.") @Size(max = 2000)
        String note,

        @Schema(description = "An instant, the same in every time zone.", examples = "2027-06-01T07:00:00Z")
        Instant dueAt,

        @Schema(
                description = "A time where you are; it follows you into another time zone until it has come.",
                examples = "2027-06-01T09:00:00")
        LocalDateTime localDateTime,

        @Schema(
                description = "When it comes again (RFC 5545), at most once a day, in local time; null for no more.",
                examples = "FREQ=MONTHLY;BYMONTHDAY=15")
        @Size(max = 500)
        String rrule) {

    /** A title and the subject of a mail. */
    static final String ONE_LINE = "[^\\p{Cntrl}\\u2028\\u2029]*";

    /** Of a reminder as it is. */
    static ManualDetails of(ReminderView reminder) {
        var isLocal = reminder.localDateTime() != null;
        return new ManualDetails(
                reminder.reason(),
                reminder.note(),
                isLocal ? null : reminder.dueAt(),
                reminder.localDateTime(),
                reminder.rrule());
    }

    /** Whether the two come at the same times. */
    boolean isTimedAs(ManualDetails other) {
        return withoutWords().equals(other.withoutWords());
    }

    private ManualDetails withoutWords() {
        return new ManualDetails("", null, dueAt, localDateTime, rrule);
    }
}
