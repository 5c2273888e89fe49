package dev.rapport.notifier.preference;

import dev.rapport.events.ReminderKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Over which channels each kind of notification goes out, the inbox aside. A reminder that Rapport plans shows in the daily
 * edition, so by default no mail of its own is sent for it; what the member timed by hand, and what cannot wait, is mailed.
 */
public final class ChannelChoices {

    /** An immediate notification. */
    public static final String ALERT = "alert";
    /** The daily edition. */
    public static final String EDITION = "edition";
    /** What concerns Rapport itself: a channel that fails, an address to be verified. */
    public static final String NOTICE = "notice";

    /** Every kind that a choice can be made for. */
    public static final List<String> KINDS = Stream.concat(
                    Arrays.stream(ReminderKind.values()).map(ReminderKind::json), Stream.of(ALERT, EDITION, NOTICE))
            .sorted()
            .toList();

    private static final Set<String> MAILED = Set.of(ReminderKind.MANUAL.json(), ALERT, EDITION, NOTICE);

    private ChannelChoices() {}

    /** The choices of a member who made these, by kind; all others as by default. */
    static Map<String, Set<ChannelKind>> with(Map<String, Set<ChannelKind>> chosen) {
        var all = new TreeMap<String, Set<ChannelKind>>();
        KINDS.forEach(kind -> all.put(kind, ordered(chosen.getOrDefault(kind, standard(kind)))));
        return all;
    }

    private static Set<ChannelKind> ordered(Set<ChannelKind> channels) {
        var ordered = EnumSet.noneOf(ChannelKind.class);
        ordered.addAll(channels);
        return ordered;
    }

    private static Set<ChannelKind> standard(String kind) {
        return MAILED.contains(kind) ? EnumSet.allOf(ChannelKind.class) : EnumSet.of(ChannelKind.WEBHOOK);
    }
}
