package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.content.EditionComposer;
import dev.rapport.notifier.edition.content.EditionItem;
import dev.rapport.notifier.edition.content.Material;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Composes the editions of many members at a time, with a handful of queries. Previews come from here as well. */
@ApplicationScoped
class Newsroom {

    private static final Logger LOG = Logger.getLogger(Newsroom.class);

    private final EditionConfig config;

    @Inject
    Newsroom(EditionConfig config) {
        this.config = config;
    }

    /** Up to when an edition composed at this instant tells what was heard. */
    Instant heardUntil(Instant now) {
        return now.minus(config.settle());
    }

    /** Each member's edition of today; none for a member for whom it cannot be composed. */
    Map<MemberKey, Edition> compose(Connection transaction, List<Reader> readers, Instant now) throws SQLException {
        var reminders = ReminderSql.due(transaction, readers, now);
        var told = ReminderSql.toldToday(transaction, readers, now);
        var windows = Window.of(readers, heardUntil(now));
        var signals = NewsSql.signals(transaction, windows, now);
        var unasked = NewsSql.unasked(transaction, windows, now);
        var editions = new HashMap<MemberKey, Edition>();
        for (var reader : readers) {
            var key = reader.member();
            var material = new Material(
                    reminders.getOrDefault(key, List.of()),
                    told.getOrDefault(key, 0),
                    signals.getOrDefault(key, List.of()),
                    unasked.getOrDefault(key, List.of()));
            composed(reader, material, now).ifPresent(edition -> editions.put(key, edition));
        }
        return withTrends(transaction, editions, now);
    }

    /** Whatever is wrong with one member's material must not keep the others from their editions. */
    private Optional<Edition> composed(Reader reader, Material material, Instant now) {
        try {
            var late = reader.issue(now, config.lateAfter()).filter(Issue::late).isPresent();
            return Optional.of(new EditionComposer(reader.preferences())
                    .compose(reader.member().member(), material, now, late));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "edition=postponed workspace=%s member=%s cause=composing",
                    reader.member().workspace(),
                    reader.member().member());
            return Optional.empty();
        }
    }

    private static Map<MemberKey, Edition> withTrends(
            Connection transaction, Map<MemberKey, Edition> editions, Instant now) throws SQLException {
        var shown = editions.entrySet().stream()
                .flatMap(entry -> entry.getValue().items().map(item -> contact(entry.getKey(), item)))
                .collect(Collectors.toSet());
        var trends = TrendSql.read(transaction, shown, now);
        editions.replaceAll((member, edition) -> edition.with(items -> items.stream()
                .map(item -> item.withTrend(trends.get(contact(member, item))))
                .toList()));
        return editions;
    }

    private static ContactKey contact(MemberKey member, EditionItem item) {
        return new ContactKey(member.workspace(), item.contactId());
    }
}
