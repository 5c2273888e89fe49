package dev.rapport.notifier.reminder;

import dev.rapport.api.problem.ApiException;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.ReminderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which reminders a list shows. Turns into SQL whose states are literals, so that the partial indexes serve it. */
record ReminderFilter(Set<ReminderState> states, ReminderKind kind, UUID contact, Instant dueBefore) {

    private static final Set<ReminderState> OPEN =
            EnumSet.of(ReminderState.SCHEDULED, ReminderState.DUE, ReminderState.SNOOZED);

    /** Of a contact that was merged, the reminders of the one that stands for it. */
    private static final String SURVIVOR =
            "(select w.survivor_id from contact w where w.workspace_id = :workspace and w.contact_id = :contact)";

    /** Reads {@code state=due,scheduled}; the open states when there is none. */
    static ReminderFilter of(String states, ReminderKind kind, UUID contact, Instant dueBefore) {
        var chosen = states == null || states.isBlank()
                ? OPEN
                : Arrays.stream(states.split(",", -1))
                        .map(ReminderFilter::state)
                        .collect(Collectors.toSet());
        return new ReminderFilter(chosen, kind, contact, dueBefore);
    }

    String sql() {
        var states = this.states.stream()
                .sorted()
                .map(state -> "'" + state.json() + "'")
                .collect(Collectors.joining(", "));
        return " and r.state in (" + states + ")"
                + (kind == null ? "" : " and r.kind = :kind")
                + (contact == null ? "" : " and coalesce(c.survivor_id, r.contact_id) in (:contact, " + SURVIVOR + ")")
                + (dueBefore == null ? "" : " and r.due_at < :dueBefore");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("kind", kind == null ? null : kind.json());
        parameters.put("contact", contact);
        parameters.put("dueBefore", dueBefore);
        return parameters;
    }

    private static ReminderState state(String text) {
        return Arrays.stream(ReminderState.values())
                .filter(state -> state.json().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(
                        "state", "must list any of scheduled, due, snoozed, done, dismissed, resolved"));
    }
}
