package dev.rapport.engagement.format.calendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who takes part in an event beside the member: organizer and attendees that are people and did not decline.
 *
 * @param parties the people
 * @param hasOthers whether anybody else was invited
 * @param isOwnDeclined whether the member declined
 */
record Attendance(List<Party> parties, boolean hasOthers, boolean isOwnDeclined) {

    private static final Set<String> NO_PEOPLE = Set.of("ROOM", "RESOURCE", "GROUP");
    private static final Set<String> NOT_THERE = Set.of("DECLINED", "DELEGATED");
    private static final Pattern NO_PERSON = Pattern.compile(
            ".*@(resource|group)\\.calendar\\.google\\.com|.*@import\\.calendar\\.google\\.com|(no-?reply|unknownorganizer).*");
    private static final Pattern ANGLE = Pattern.compile("(.{0,200})<\\s*([^<>]{1,300})>.*");

    /** Reads the organizer and the attendees of an event. */
    static Attendance of(Properties event, Set<String> own) {
        var people = new LinkedHashMap<String, Party>();
        boolean hasOthers = false;
        boolean isOwnDeclined = false;
        var gone = new ArrayList<String>();
        for (var attendee : event.all("ATTENDEE")) {
            var address = address(attendee);
            if (address.isEmpty() || isNoPerson(attendee, address.get())) {
                continue;
            }
            var value = address.get().value();
            boolean isGone = NOT_THERE.contains(status(attendee));
            if (own.contains(value)) {
                isOwnDeclined |= isGone;
                continue;
            }
            hasOthers = true;
            if (isGone) {
                gone.add(value);
            } else {
                people.putIfAbsent(value, Party.of(address.get(), name(attendee)));
            }
        }
        var organizer = event.first("ORGANIZER");
        var chair = organizer == null ? Optional.<Address>empty() : address(organizer);
        if (chair.isPresent() && !own.contains(chair.get().value()) && !isNoPerson(organizer, chair.get())) {
            hasOthers = true;
            if (!gone.contains(chair.get().value())) {
                people.putIfAbsent(chair.get().value(), Party.of(chair.get(), name(organizer)));
            }
        }
        return new Attendance(limited(people), hasOthers, isOwnDeclined);
    }

    private static List<Party> limited(Map<String, Party> people) {
        return people.values().stream().limit(FoundInteraction.MOST_PARTIES).toList();
    }

    private static boolean isNoPerson(VObjectProperty attendee, Address address) {
        var kind = Properties.parameter(attendee, "CUTYPE").toUpperCase(Locale.ROOT);
        var role = Properties.parameter(attendee, "ROLE").toUpperCase(Locale.ROOT);
        return NO_PEOPLE.contains(kind)
                || role.equals("NON-PARTICIPANT")
                || NO_PERSON.matcher(address.value()).matches();
    }

    /** PARTSTAT, which vCalendar 1.0 calls STATUS. */
    private static String status(VObjectProperty attendee) {
        var status = Properties.parameter(attendee, "PARTSTAT");
        return (status.isEmpty() ? Properties.parameter(attendee, "STATUS") : status).toUpperCase(Locale.ROOT);
    }

    private static Optional<Address> address(VObjectProperty attendee) {
        var angle = angle(attendee);
        return Address.email(attendee.getValue())
                .or(() -> angle.matches() ? Address.email(angle.group(2)) : Optional.empty())
                .or(() -> Address.email(Properties.parameter(attendee, "EMAIL")))
                .or(() -> Address.phone(tel(attendee.getValue())));
    }

    private static String tel(String value) {
        return value.regionMatches(true, 0, "tel:", 0, 4) ? value : null;
    }

    private static String name(VObjectProperty attendee) {
        var name = Properties.parameter(attendee, "CN");
        var angle = angle(attendee);
        return name.isEmpty() && angle.matches() ? angle.group(1) : name.contains("@") ? null : name;
    }

    private static Matcher angle(VObjectProperty attendee) {
        return ANGLE.matcher(attendee.getValue().strip());
    }
}
