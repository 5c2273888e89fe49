package dev.rapport.engagement.profile;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.profile.Trial.Candidate;
import dev.rapport.engagement.profile.Trial.Reading;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Folds the contacts that rank first under a profile that is only thought of, from their stored interactions; nothing is
 * stored. The interactions of a few contacts are in memory at a time.
 */
@ApplicationScoped
class DryRun {

    private static final int AT_A_TIME = 50;

    private final DataSource database;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    DryRun(DataSource database, CurrentMember member, Clock clock) {
        this.database = database;
        this.member = member;
        this.clock = clock;
    }

    /**
     * What would become of contacts under another profile.
     *
     * @param considered how many contacts to look at
     * @param shown how many of them to tell of one by one
     */
    Trial run(Definition definition, int considered, int shown) throws SQLException {
        var now = clock.instant();
        var workspace = member.workspace();
        try (var connection = database.getConnection()) {
            var active =
                    Profiles.inUse(connection, Set.of(workspace)).get(workspace).active();
            var whole = definition.adaptive()
                    ? ChooseRhythms.choose(definition, ChooseRhythms.of(connection, workspace, now))
                    : definition;
            var first = FirstContacts.of(connection, workspace, active, considered, now);
            var candidates = new ArrayList<Candidate>();
            for (int from = 0; from < first.size(); from += AT_A_TIME) {
                var some = first.subList(from, Math.min(first.size(), from + AT_A_TIME));
                candidates.addAll(fold(connection, some, active, whole.scoring(0), now));
            }
            return Trial.of(now, whole, candidates, shown);
        }
    }

    private static List<Candidate> fold(
            Connection connection,
            List<FirstContacts.Ranked> contacts,
            WorkspaceScoring active,
            WorkspaceScoring other,
            Instant now)
            throws SQLException {
        var keys = new TreeSet<ContactKey>();
        contacts.forEach(it -> keys.add(it.contact()));
        var touches = InteractionHistory.ofContacts(connection, keys);
        return contacts.stream()
                .map(it -> {
                    var theirs = touches.getOrDefault(it.contact(), List.of());
                    return new Candidate(
                            it.contact().contactId(),
                            it.displayName(),
                            it.owner(),
                            read(theirs, active.profileOf(it.owner()), now),
                            read(theirs, other.profileOf(it.owner()), now));
                })
                .toList();
    }

    private static Reading read(Collection<Touch> touches, ScoringProfile profile, Instant now) {
        var tie = touches.isEmpty() ? Tie.EMPTY : TieFold.fold(touches, profile);
        var relevance = new Relevance(tie, profile);
        return new Reading(
                relevance.rankKey() - FirstContacts.halfLives(now, profile.halfLife()),
                relevance.score(now),
                relevance.band(now));
    }
}
