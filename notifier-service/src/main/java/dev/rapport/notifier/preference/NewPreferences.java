package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Preferences as a member sends them; what is absent takes its default. */
record NewPreferences(
        @Schema(examples = "Europe/Berlin", description = "IANA name; default UTC") @Size(max = 64)
        String timeZone,

        @Schema(type = SchemaType.STRING, examples = "07:30", description = "Local time; default 07:30")
        @JsonFormat(pattern = "HH:mm")
        LocalTime editionTime,

        @Schema(examples = "alex@example.org") @Size(max = 254)
        String email,

        @Schema(examples = "true", description = "Default true")
        Boolean emailEnabled,

        @Schema(examples = "P1D", description = "ISO-8601, above zero, at most a year; default P1D") @Size(max = 32)
        String replyTime,

        @Schema(examples = "7", description = "Default 7") @Min(1) @Max(200)
        Integer dailyCap) {

    /** The preferences that these are; throws a 400 that names every faulty field. */
    Preferences toPreferences() {
        var violations = new ArrayList<Violation>();
        var standard = Preferences.DEFAULT;
        var preferences = new Preferences(
                timeZone == null ? standard.timeZone() : zone(violations),
                editionTime == null ? standard.editionTime() : editionTime,
                email == null || email.isBlank() ? null : address(violations),
                emailEnabled == null ? standard.emailEnabled() : emailEnabled,
                replyTime == null ? standard.replyTime() : replyTime(violations),
                dailyCap == null ? standard.dailyCap() : dailyCap);
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return preferences;
    }

    private String zone(List<Violation> violations) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            violations.add(new Violation("timeZone", "must be an IANA time zone such as Europe/Berlin"));
        }
        return timeZone;
    }

    private String address(List<Violation> violations) {
        var address = Address.email(email);
        if (address.isEmpty()) {
            violations.add(new Violation("email", "must be an email address such as alex@example.org"));
        }
        return address.map(Address::value).orElse(email);
    }

    private String replyTime(List<Violation> violations) {
        try {
            ReplyTime.of(replyTime);
        } catch (DateTimeException e) {
            violations.add(new Violation("replyTime", "must be above zero and at most a year, as in P1D or PT12H"));
        }
        return replyTime;
    }
}
