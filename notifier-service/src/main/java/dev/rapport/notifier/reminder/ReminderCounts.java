package dev.rapport.notifier.reminder;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.ReminderState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many reminders a member has. */
record ReminderCounts(
        @Schema(description = "All of them, by state.", examples = "{\"scheduled\": 12, \"due\": 3}")
        Map<ReminderState, Long> states,

        @Schema(description = "The open ones, by kind.", examples = "{\"keep_in_touch\": 12, \"reply_owed\": 3}")
        Map<ReminderKind, Long> kinds,

        @Schema(description = "Scheduled, due or snoozed.", examples = "15")
        long open,

        @Schema(description = "Open, and due on the day that it is for you.", examples = "2")
        long dueToday,

        @Schema(description = "Open, and due on an earlier day.", examples = "1")
        long overdue) {

    /** The reminders of one kind and state. */
    record Group(ReminderKind kind, ReminderState state, long all, long dueToday, long overdue) {}

    static ReminderCounts of(List<Group> groups) {
        var states = new EnumMap<ReminderState, Long>(ReminderState.class);
        var kinds = new EnumMap<ReminderKind, Long>(ReminderKind.class);
        for (var state : ReminderState.values()) {
            states.put(state, 0L);
        }
        for (var kind : ReminderKind.values()) {
            kinds.put(kind, 0L);
        }
        for (var group : groups) {
            states.merge(group.state(), group.all(), Long::sum);
            kinds.merge(group.kind(), group.state().isOpen() ? group.all() : 0, Long::sum);
        }
        return new ReminderCounts(
                states,
                kinds,
                kinds.values().stream().mapToLong(Long::longValue).sum(),
                groups.stream().mapToLong(Group::dueToday).sum(),
                groups.stream().mapToLong(Group::overdue).sum());
    }
}
