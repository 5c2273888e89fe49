package dev.rapport.notifier.edition.content;

import dev.rapport.events.Band;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is not worth a look, one line per contact: pitches, and strangers to whom the member never reached out. */
record Noise(Words words) {

    /** Beyond this, even folded lines are too many. */
    static final int MOST = 20;

    private static final Comparator<UnaskedTouch> LATEST =
            Comparator.comparing(UnaskedTouch::at).thenComparing(UnaskedTouch::id);

    /**
     * The lines, latest first.
     *
     * @param shown contacts that the edition tells of already
     */
    List<EditionItem> of(Collection<UnaskedTouch> unasked, Set<UUID> shown) {
        var byContact = unasked.stream()
                .filter(touch -> touch.pitch() || touch.about().band() == Band.DORMANT)
                .filter(touch -> !shown.contains(touch.about().contactId()))
                .collect(Collectors.groupingBy(touch -> touch.about().contactId()));
        return byContact.values().stream()
                .sorted(Comparator.comparing(Noise::latest, LATEST.reversed()))
                .limit(MOST)
                .map(this::line)
                .toList();
    }

    private EditionItem line(List<UnaskedTouch> ofContact) {
        var latest = latest(ofContact);
        var pitches = (int) ofContact.stream().filter(UnaskedTouch::pitch).count();
        var name = latest.about().contactName();
        return pitches > 0
                ? EditionItem.ofInteraction(latest.about(), "pitch", words.pitched(name, pitches), latest.id())
                : EditionItem.ofInteraction(
                        latest.about(), "stranger", words.stranger(name, ofContact.size()), latest.id());
    }

    private static UnaskedTouch latest(List<UnaskedTouch> ofContact) {
        return ofContact.stream().max(LATEST).orElseThrow();
    }
}
