package dev.rapport.notifier.planning;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.notifier.planning.Situation.Anniversary;
import dev.rapport.notifier.planning.Situation.Closings;
import dev.rapport.notifier.planning.Situation.Contact;
import dev.rapport.notifier.planning.Situation.Habits;
import dev.rapport.notifier.planning.Situation.Tie;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Situations to plan for: a member in Berlin who reads at half past seven, and Anna, added on 1 January 2026. */
final class Situations {

    static final Habits BERLIN = new Habits(
            new LocalSchedule(ZoneId.of("Europe/Berlin"), LocalTime.of(7, 30)), Period.ofDays(1), Period.ofDays(7));
    static final Cadence MONTHLY = new Cadence(Period.ofDays(30), Period.ofDays(45), List.of());
    static final Instant ADDED = Instant.parse("2026-01-01T10:00:00Z");
    static final UUID ANNA = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private Situations() {}

    static Touch touch(int id, InteractionKind kind, Direction direction, String occurredAt) {
        var at = Instant.parse(occurredAt);
        return new Touch(new UUID(7, id), kind, direction, at, at);
    }

    static Situation withCadence(Collection<Touch> touches) {
        return withCadence(MONTHLY, touches, Closings.NONE);
    }

    static Situation withCadence(Cadence cadence, Collection<Touch> touches, Closings closings) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.of(cadence), ADDED, Optional.empty(), List.of());
        return new Situation(
                contact, Touches.of(touches, cadence, null), List.of(), Optional.empty(), closings, BERLIN);
    }

    static Situation withTie(Tie tie, Collection<Touch> touches) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.empty(), ADDED, Optional.empty(), List.of());
        return new Situation(
                contact, Touches.of(touches, null, null), List.of(), Optional.ofNullable(tie), Closings.NONE, BERLIN);
    }

    static Situation withHabits(Habits habits, Collection<Touch> touches) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.empty(), ADDED, Optional.empty(), List.of());
        return new Situation(
                contact, Touches.of(touches, null, null), List.of(), Optional.empty(), Closings.NONE, habits);
    }

    static Situation withSignals(List<Signal> signals, Collection<Touch> touches) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.empty(), ADDED, Optional.empty(), List.of());
        var known = Touches.of(touches, null, null);
        return new Situation(contact, known, signals, Optional.empty(), Closings.NONE, BERLIN);
    }

    static Situation withAnniversaries(List<Anniversary> days, Collection<Touch> touches, Closings closings) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.empty(), ADDED, Optional.empty(), days);
        return new Situation(contact, Touches.of(touches, null, null), List.of(), Optional.empty(), closings, BERLIN);
    }

    static Situation withBirthday(YearlyDay birthday, Closings closings, Habits habits) {
        var contact = new Contact(ANNA, "Anna Berg", Optional.empty(), ADDED, Optional.of(birthday), List.of());
        return new Situation(contact, Touches.NONE, List.of(), Optional.empty(), closings, habits);
    }

    static Tie active(String lastTouchAt, String driftsAt) {
        return new Tie(Band.ACTIVE, Optional.of(Instant.parse(lastTouchAt)), Optional.of(Instant.parse(driftsAt)));
    }
}
