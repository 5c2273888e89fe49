package dev.rapport.notifier.reminder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder that a member sets. */
@Schema(name = "NewManualReminder", description = "Has either `dueAt` or `localDateTime`.")
record NewManualReminder(
        @Schema(description = "One of your contacts.") @NotNull
        UUID contactId,

        @Schema(description = "One line: what to do.", examples = "Send Anna the photos of the workshop")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = ManualDetails.ONE_LINE, message = "must be one line")
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
                description = "When it comes again (RFC 5545), at most once a day, in local time; absent for once.",
                examples = "FREQ=MONTHLY;BYMONTHDAY=15")
        @Size(max = 500)
        String rrule) {

    ManualDetails details() {
        return new ManualDetails(text, note, dueAt, localDateTime, rrule);
    }
}
