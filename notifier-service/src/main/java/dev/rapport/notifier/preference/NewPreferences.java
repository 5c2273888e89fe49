package dev.rapport.notifier.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import dev.rapport.notifier.planning.QuietHours;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Preferences as a member sends them; what is absent takes its default. */
record NewPreferences(
        @Schema(examples = "Europe/Berlin", description = "IANA name; default UTC") @Size(max = 64)
        String timeZone,

        @Schema(type = SchemaType.STRING, examples = "07:30", description = "Local time; default 07:30")
        @JsonFormat(pattern = "HH:mm")
        LocalTime editionTime,

        @Schema(description = "The days on which you look; default all") @Size(min = 1, max = 7)
        Set<DayOfWeek> editionDays,

        @Schema(
                description =
                        "When nothing but what you timed yourself is told; equal times for never. Default from 22:00"
                                + " to 07:00 once your time zone is known")
        QuietHours quietHours,

        @Schema(examples = "alex@example.org") @Size(max = 254)
        String email,

        @Schema(examples = "true", description = "Default true")
        Boolean emailEnabled,

        @Schema(examples = "P1D", description = "ISO-8601, above zero, at most a year; default P1D") @Size(max = 32)
        String replyTime,

        @Schema(examples = "P7D", description = "ISO-8601, above zero, at most a year; default P7D") @Size(max = 32)
        String followUpAfter,

        @Schema(examples = "7", description = "Default 7") @Min(1) @Max(200)
        Integer dailyCap,

        @Schema(
                examples = "75",
                description = "Signals and messages of contacts from this relevance on are told at once; default 75")
        @Min(0)
        @Max(100)
        Integer alertThreshold,

        @Schema(
                description =
                        "Of some kinds, the channels over which they go out: email, webhook; the others by default")
        Map<String, Set<ChannelKind>> channels,

        @Schema(description = "Default en") Language language,

        @Schema(examples = "[\"robotics\"]", description = "What your news are ranked by, besides relevance")
        @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> interests,

        @Schema(description = "Whether there is an edition on a day with nothing to say; default skip")
        EmptyEdition emptyEdition) {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /** The preferences that these are; throws a 400 that names every faulty field. */
    Preferences toPreferences() {
        var violations = new ArrayList<Violation>();
        var standard = Preferences.DEFAULT;
        var preferences = new Preferences(
                timeZone == null ? standard.timeZone() : zone(violations),
                or(editionTime, standard.editionTime()),
                or(editionDays, standard.editionDays()),
                quietHours(violations),
                email == null || email.isBlank() ? null : address(violations),
                or(emailEnabled, standard.emailEnabled()),
                duration("replyTime", replyTime, standard.replyTime(), violations),
                duration("followUpAfter", followUpAfter, standard.followUpAfter(), violations),
                or(dailyCap, standard.dailyCap()),
                or(alertThreshold, standard.alertThreshold()),
                channels(violations),
                or(language, standard.language()),
                or(interests, standard.interests()),
                or(emptyEdition, standard.emptyEdition()));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return preferences;
    }

    private static <V> V or(V sent, V standard) {
        return Optional.ofNullable(sent).orElse(standard);
    }

    private String zone(List<Violation> violations) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            violations.add(new Violation("timeZone", "must be an IANA time zone such as Europe/Berlin"));
        }
        return timeZone;
    }

    private QuietHours quietHours(List<Violation> violations) {
        if (quietHours == null) {
            return timeZone == null ? null : NIGHT;
        }
        if (quietHours.from() == null || quietHours.to() == null) {
            violations.add(new Violation("quietHours", "must have both from and to, as in 22:00 and 07:00"));
            return null;
        }
        return quietHours.from().equals(quietHours.to()) ? null : quietHours;
    }

    private String address(List<Violation> violations) {
        var address = Address.email(email);
        if (address.isEmpty()) {
            violations.add(new Violation("email", "must be an email address such as alex@example.org"));
        }
        return address.map(Address::value).orElse(email);
    }

    private Map<String, Set<ChannelKind>> channels(List<Violation> violations) {
        if (channels == null) {
            return ChannelChoices.with(Map.of());
        }
        channels.forEach((kind, chosen) -> {
            if (!ChannelChoices.KINDS.contains(kind)) {
                violations.add(new Violation("channels." + kind, "must be one of " + ChannelChoices.KINDS));
            } else if (chosen == null || chosen.contains(null)) {
                violations.add(new Violation("channels." + kind, "must list email, webhook, both or neither"));
            }
        });
        return violations.isEmpty() ? ChannelChoices.with(channels) : channels;
    }

    private static String duration(String field, String sent, String standard, List<Violation> violations) {
        if (sent == null) {
            return standard;
        }
        try {
            CalendarDuration.of(sent);
        } catch (DateTimeException e) {
            violations.add(new Violation(field, "must be above zero and at most a year, as in P1D or PT12H"));
        }
        return sent;
    }
}
