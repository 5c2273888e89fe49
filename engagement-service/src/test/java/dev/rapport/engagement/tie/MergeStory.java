package dev.rapport.engagement.tie;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What becomes of a few contacts that are merged at random, in chains and circles too, parted, deleted and erased. */
record MergeStory(List<ContactEvent> contacts, Map<UUID, List<Touch>> touches, Map<UUID, List<Touch>> retracted) {

    private static final Instant NOW = Instant.now();

    static MergeStory of(long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            ids.add(UuidCreator.getTimeOrderedEpochPlus1());
        }
        var story = new MergeStory(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (var id : ids) {
            int versions = 1 + random.nextInt(5);
            story.contacts.add(changed(id, 1));
            for (int version = 2; version <= versions; version++) {
                story.contacts.add(next(id, version, ids.get(random.nextInt(ids.size())), random));
            }
            story.touches.put(id, touches(random, random.nextInt(12)));
            story.retracted.put(id, touches(random, random.nextInt(3)));
        }
        return story;
    }

    /** The plain definition: each contact's last word, chains followed by hand, everything folded from nothing. */
    Map<UUID, Tie> ties() {
        var last = last();
        var together = new HashMap<UUID, List<Touch>>();
        touches.forEach((contact, theirs) -> survivor(contact, last)
                .ifPresent(survivor -> together.computeIfAbsent(survivor, it -> new ArrayList<>())
                        .addAll(theirs)));
        var ties = new HashMap<UUID, Tie>();
        last.keySet()
                .forEach(contact -> ties.put(
                        contact, TieFold.fold(together.getOrDefault(contact, List.of()), ScoringProfile.DEFAULT)));
        return ties;
    }

    /** How many contacts end up merged into one that stands for them. */
    int merged() {
        var last = last();
        return (int) last.keySet().stream()
                .filter(contact -> survivor(contact, last)
                        .filter(survivor -> !survivor.equals(contact))
                        .isPresent())
                .count();
    }

    /** What counts of each contact: an erasure, or else the highest version. */
    Map<UUID, ContactEvent> last() {
        var last = new HashMap<UUID, ContactEvent>();
        for (var event : contacts) {
            last.merge(event.contactId(), event, MergeStory::later);
        }
        return last;
    }

    private static ContactEvent later(ContactEvent one, ContactEvent other) {
        return one instanceof ContactErased || (one.version() > other.version() && !(other instanceof ContactErased))
                ? one
                : other;
    }

    private static Optional<UUID> survivor(UUID contact, Map<UUID, ContactEvent> last) {
        var seen = new HashSet<UUID>();
        var at = contact;
        while (seen.add(at) && last.get(at) instanceof ContactMerged merged) {
            at = merged.into();
        }
        return last.get(at) instanceof ContactChanged ? Optional.of(at) : Optional.empty();
    }

    private static ContactEvent next(UUID id, long version, UUID other, Random random) {
        int chance = random.nextInt(20);
        if (chance < 11 && !other.equals(id)) {
            return new ContactMerged(id, version, other, NOW);
        } else if (chance == 11) {
            return new ContactErased(id, version, UUID.randomUUID(), NOW);
        }
        return chance < 14 ? new ContactDeleted(id, version, NOW) : changed(id, version);
    }

    private static ContactChanged changed(UUID id, long version) {
        return new ContactChanged(
                id,
                version,
                version % 2 == 0 ? "bea" : "alex",
                "Contact",
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                NOW,
                NOW);
    }

    private static List<Touch> touches(Random random, int count) {
        var touches = new ArrayList<Touch>();
        for (int i = 0; i < count; i++) {
            touches.add(new Touch(
                    UuidCreator.getTimeOrderedEpochPlus1(),
                    NOW.minus(Duration.ofMinutes(random.nextInt(400_000))),
                    InteractionKind.values()[random.nextInt(InteractionKind.values().length)],
                    Direction.values()[random.nextInt(3)]));
        }
        return touches;
    }
}
