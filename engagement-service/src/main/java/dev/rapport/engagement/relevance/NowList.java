package dev.rapport.engagement.relevance;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.relevance.Ranking.Told;
import dev.rapport.engagement.scoring.NowRanking;
import dev.rapport.engagement.scoring.NowRanking.Candidate;
import dev.rapport.engagement.scoring.NowRanking.Ranked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Running conversations first: the exact top of strength and heat together ({@link NowRanking}), found from the lists of the
 * strongest and of the hottest. Each page reads both from their beginning, which is where everything is that runs; so the
 * list ends after a number of contacts beyond which nothing does.
 */
@ApplicationScoped
class NowList {

    /** Nobody asks for more of what runs now. */
    static final int MOST = 1000;

    private static final int CHUNK = 100;

    private final Ranking ranking;

    @Inject
    NowList(Ranking ranking) {
        this.ranking = ranking;
    }

    private record Start(Instant at, Ranked last, int told) {}

    Told list(WorkspaceScoring scoring, RankingFilter filter, Instant now, int limit, String cursor) {
        var list = "now:" + filter.list(Sort.HOTTEST) + ":" + scoring.generation();
        var start = Cursor.read(list, cursor, NowList::start)
                .orElseGet(() -> new Start(now.truncatedTo(ChronoUnit.MICROS), null, 0));
        var scale = new Scale(scoring, start.at);
        var contacts = new HashMap<UUID, KnownContact>();
        int wanted = Math.min(limit, MOST - start.told);
        var ranked = new NowRanking(scoring.base().halfLife(), start.at)
                .top(
                        wanted + 1,
                        new Feed(Sort.STRONGEST, scale, filter, contacts),
                        new Feed(Sort.HOTTEST, scale, filter, contacts),
                        one -> start.last == null || one.compareTo(start.last) > 0);
        var shown = new ArrayList<>(ranked.subList(0, Math.min(wanted, ranked.size())));
        int told = start.told + shown.size();
        boolean last = ranked.size() <= wanted || told >= MOST;
        var items =
                shown.stream().map(one -> contacts.get(one.candidate().id())).toList();
        return new Told(scale, new Page<>(items, last ? null : cursor(list, start.at, shown, told), null));
    }

    private static String cursor(String list, Instant at, List<Ranked> shown, int told) {
        var last = shown.get(shown.size() - 1);
        return Cursor.of(list, at, last.log2(), last.candidate().id(), told).text();
    }

    private static Start start(List<String> key) {
        var candidate = new Candidate(UUID.fromString(key.get(2)), 0, 0);
        int told = Integer.parseInt(key.get(3));
        if (told < 0 || told >= MOST) {
            throw new IllegalArgumentException("told " + told);
        }
        return new Start(Position.instant(key.get(0)), new Ranked(candidate, Double.parseDouble(key.get(1))), told);
    }

    /** One of the two lists, read a page at a time as far as is asked for. */
    private final class Feed implements Iterator<Candidate> {
        private final Sort sort;
        private final Scale scale;
        private final RankingFilter filter;
        private final Map<UUID, KnownContact> contacts;
        private Iterator<KnownContact> page = List.<KnownContact>of().iterator();
        private String next = "";

        Feed(Sort sort, Scale scale, RankingFilter filter, Map<UUID, KnownContact> contacts) {
            this.sort = sort;
            this.scale = scale;
            this.filter = filter;
            this.contacts = contacts;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next != null) {
                var told = ranking.list(scale.scoring(), sort, filter, scale.at(), CHUNK, next);
                page = told.page().items().iterator();
                next = told.page().next();
            }
            return page.hasNext();
        }

        /** Keys of owners with profiles of their own are brought to the common one: equal scores get equal keys. */
        @Override
        public Candidate next() {
            var contact = page.next();
            contacts.putIfAbsent(contact.id(), contact);
            var levels = scale.of(contact.owner());
            double kappas = levels.inKappas(levels.strength(contact.stored().tie()));
            var common = scale.of(null);
            return new Candidate(
                    contact.id(),
                    common.keyOfStrength(kappas * common.profile().kappa()),
                    contact.stored().hotKey().log2());
        }
    }
}
