package dev.rapport.engagement.format.table;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of tables for kinds, directions and durations. */
final class Words {

    private static final Map<String, InteractionKind> KINDS = kinds();
    private static final Map<String, Direction> DIRECTIONS = directions();

    /** What call logs say of calls that did not come about; Android also by number. */
    private static final Set<String> MISSED = Set.of(
            "3",
            "5",
            "6",
            "missed",
            "missed call",
            "missedcall",
            "rejected",
            "blocked",
            "declined",
            "cancelled",
            "canceled",
            "no answer",
            "unanswered",
            "busy",
            "failed",
            "verpasst",
            "entgangen");

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2})(?:\\.\\d+)?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,5}) ?(?:h|hr|hrs|hours?|std)\\.?,? ?)?(?:(\\d{1,6}) ?(?:m|min|mins|minutes?)\\.?,? ?)?(?:(\\d{1,7}) ?(?:s|secs?|seconds?|sek)?\\.?)?");

    private Words() {}

    /** The kind that a word means; empty when it means none. */
    static Optional<InteractionKind> kind(String text) {
        return Optional.ofNullable(KINDS.get(bare(text)));
    }

    /** The direction that a word means; empty when it means none. */
    static Optional<Direction> direction(String text) {
        return Optional.ofNullable(DIRECTIONS.get(bare(text)));
    }

    /** Whether a word says that a call did not come about. */
    static boolean isMissed(String text) {
        return MISSED.contains(bare(text));
    }

    /** The seconds of a duration: a number of them, {@code 1:02:03}, {@code 5 min}, ISO 8601; empty when it is none. */
    static Optional<Long> seconds(String text) {
        var bare = bare(text);
        var clock = CLOCK.matcher(bare);
        if (clock.matches()) {
            return Optional.of(number(clock.group(1)) * 3600 + number(clock.group(2)) * 60 + number(clock.group(3)));
        }
        if (bare.startsWith("pt") || bare.startsWith("p")) {
            try {
                return Optional.of(Duration.parse(bare).toSeconds()).filter(it -> it >= 0);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        var units = UNITS.matcher(bare.replaceFirst("\\.0+$", ""));
        return !bare.isEmpty() && units.matches()
                ? Optional.of(number(units.group(1)) * 3600 + number(units.group(2)) * 60 + number(units.group(3)))
                : Optional.empty();
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String bare(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }

    private static Map<String, InteractionKind> kinds() {
        var kinds = new HashMap<String, InteractionKind>();
        Arrays.stream(InteractionKind.values()).forEach(it -> kinds.put(it.json(), it));
        words(
                kinds,
                InteractionKind.CALL,
                "phone,phone call,telephone,voice,voice call,anruf,video call,telefonat,calls");
        words(
                kinds,
                InteractionKind.MEETING,
                "meet,lunch,dinner,coffee,breakfast,visit,appointment,event,in person,video,zoom,treffen,meetings");
        words(kinds, InteractionKind.EMAIL, "e-mail,mail,emails");
        words(
                kinds,
                InteractionKind.MESSAGE,
                "sms,text,text message,mms,chat,whatsapp,im,dm,imessage,signal,telegram,linkedin message,inmail,nachricht,messages,letter");
        words(kinds, InteractionKind.NOTE, "notes,notiz");
        words(kinds, InteractionKind.INTRODUCTION, "intro");
        words(kinds, InteractionKind.REACTION, "like");
        words(kinds, InteractionKind.COMPLIMENT, "praise,kudos,congratulation,congratulations");
        return Map.copyOf(kinds);
    }

    private static Map<String, Direction> directions() {
        var directions = new HashMap<String, Direction>();
        words(
                directions,
                Direction.OUTBOUND,
                "outbound,out,outgoing,outgoing call,sent,dialed,dialled,made,placed,to,2,ausgehend,gesendet");
        words(
                directions,
                Direction.INBOUND,
                "inbound,in,incoming,incoming call,received,answered,from,voicemail,1,4,eingehend,empfangen");
        words(directions, Direction.MUTUAL, "mutual,both,two-way");
        return Map.copyOf(directions);
    }

    private static <T> void words(Map<String, T> all, T meaning, String words) {
        for (var word : words.split(",", -1)) {
            all.put(word, meaning);
        }
    }
}
