package dev.rapport.engagement.relevance;

import dev.rapport.engagement.relevance.RecentTouches.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Where the scores of some contacts are going. Only the last week of those is read that were touched in it. */
@ApplicationScoped
class Trends {

    private final RecentTouches recentTouches;

    @Inject
    Trends(RecentTouches recentTouches) {
        this.recentTouches = recentTouches;
    }

    /** The trend of each of these contacts at the instant of a scale. */
    Function<KnownContact, Trend> of(Collection<KnownContact> contacts, Scale scale) {
        var since = scale.at().minus(Trend.WINDOW);
        var touched = contacts.stream()
                .filter(contact -> contact.stored().tie().last() != null
                        && contact.stored().tie().last().isAfter(since))
                .map(KnownContact::id)
                .toList();
        var recent = recentTouches.of(touched, since, scale.scoring().base());
        var nothing = new Recent(since, List.of());
        return contact -> {
            var levels = scale.of(contact.owner());
            double strength = levels.strength(contact.stored().tie());
            var lately = recent.getOrDefault(contact.id(), nothing);
            return Trend.of(strength, lately.touches(), lately.since(), levels);
        };
    }
}
