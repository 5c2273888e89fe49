package dev.rapport.notifier.intake;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.notifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A made-up history of a few contacts, in order: snapshots with rising versions, touches, retractions. */
record History(List<ContactEvent> contacts, List<InteractionEvent> touches, List<RelevanceEvent> relevance) {

    /** Everything lies within the last hours and nothing is due before tomorrow, so that no clock interferes. */
    static History of(long seed, int people, int touchesEach) {
        var random = new Random(seed);
        var history = new History(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int person = 0; person < people; person++) {
            history.addPerson(random, touchesEach);
        }
        history.retell(random);
        return history;
    }

    /** Corrects, moves, takes back and restores some of what happened, each by the next revision. */
    private void retell(Random random) {
        var people = contacts.stream().map(ContactEvent::contactId).distinct().toList();
        for (var touch : List.copyOf(touches)) {
            if (touch instanceof InteractionRecorded recorded && random.nextInt(3) == 0) {
                retell(recorded, people, random);
            }
        }
    }

    private void retell(InteractionRecorded recorded, List<UUID> people, Random random) {
        var now = recorded;
        int last = 2 + random.nextInt(4);
        for (long revision = 2; revision <= last; revision++) {
            int chance = random.nextInt(4);
            if (chance == 0) {
                touches.add(Told.retraction(now, revision));
                continue;
            }
            var contact = chance == 1 ? people.get(random.nextInt(people.size())) : now.contactId();
            if (!contact.equals(now.contactId())) {
                touches.add(Told.retraction(now, revision));
            }
            var occurredAt = now.occurredAt().minusSeconds(random.nextInt(1000));
            now = Told.retold(now, contact, occurredAt, revision);
            touches.add(now);
        }
    }

    /** The same with people who are merged at random, in chains and circles too, parted again, deleted and erased. */
    static History withMerges(long seed, int people, int touchesEach) {
        var history = of(seed, people, touchesEach);
        var random = new Random(seed);
        var ids = history.contacts.stream()
                .map(ContactEvent::contactId)
                .distinct()
                .toList();
        for (var id : ids) {
            for (int version = 4; version < 4 + random.nextInt(4); version++) {
                var other = ids.get(random.nextInt(ids.size()));
                int chance = random.nextInt(20);
                if (chance < 12 && !other.equals(id)) {
                    history.contacts.add(new ContactMerged(id, version, other, Instant.now()));
                } else if (chance == 12) {
                    history.contacts.add(new ContactErased(id, version, UUID.randomUUID(), Instant.now()));
                } else if (chance == 13) {
                    history.contacts.add(new ContactDeleted(id, version, Instant.now()));
                } else {
                    history.contacts.add(Told.contact(id, version, "alex", "Person " + version, cadence(random)));
                }
            }
        }
        return history;
    }

    private void addPerson(Random random, int count) {
        var id = new UUID(random.nextLong(), random.nextLong());
        for (int version = 1; version <= 3; version++) {
            contacts.add(Told.contact(id, version, "alex", "Person " + version, cadence(random)));
        }
        var start = Instant.now().minus(Duration.ofHours(20));
        var recorded = new ArrayList<InteractionRecorded>();
        Instant last = null;
        for (int i = 0; i < count; i++) {
            var kind = InteractionKind.values()[random.nextInt(InteractionKind.values().length)];
            var direction = Direction.values()[random.nextInt(3)];
            var touch = Told.touch(id, kind, direction, start.plusSeconds(random.nextInt(70_000)));
            recorded.add(touch);
            last = last == null || touch.occurredAt().isAfter(last) ? touch.occurredAt() : last;
            relevance.add(Told.relevance(id, i + 1, last, last.plus(Duration.ofDays(9))));
        }
        touches.addAll(recorded);
        recorded.stream()
                .filter(touch -> random.nextInt(4) == 0)
                .map(Told::retraction)
                .forEach(touches::add);
    }

    private static Cadence cadence(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Told.MONTHLY;
            default ->
                new Cadence(
                        Period.ofDays(7 + random.nextInt(30)),
                        Period.ofDays(60),
                        List.of(InteractionKind.CALL, InteractionKind.MEETING));
        };
    }

    /** The same facts in another order, with repetitions, cut into batches. */
    static <T> List<List<T>> shuffled(List<T> events, Random random) {
        var all = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); ) {
            int size = Math.min(all.size() - from, 1 + random.nextInt(9));
            batches.add(all.subList(from, from + size));
            from += size;
        }
        return batches;
    }
}
