package dev.rapport.notifier.reminder;

import dev.rapport.api.json.ValidJson;
import dev.rapport.api.problem.ApiException;
import dev.rapport.notifier.reminder.ManualResults.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** Sets reminders for the calling member. */
@ApplicationScoped
class AddManual {

    @Inject
    MemberPlace place;

    @Inject
    DataSource database;

    @Inject
    Reminders reminders;

    @Inject
    ValidJson valid;

    @Inject
    Clock clock;

    /** Sets one. */
    @Transactional(rollbackOn = SQLException.class)
    ReminderView one(NewManualReminder body) throws SQLException {
        try (var transaction = database.getConnection()) {
            var now = clock.instant();
            var contacts = place.contacts(transaction, List.of(body.contactId()));
            var row = row(body, contacts, place.zone(), now);
            ManualSql.insert(transaction, place.key(), List.of(row), now);
            return reminders.require(row.id());
        }
    }

    /** Sets the good ones of many, together. */
    @Transactional(rollbackOn = SQLException.class)
    ManualResults all(ManualBatch batch) throws SQLException {
        var results = new TreeMap<Integer, Result>();
        var items = read(batch, results);
        try (var transaction = database.getConnection()) {
            var now = clock.instant();
            var rows = rows(transaction, items, results, now);
            ManualSql.insert(transaction, place.key(), rows, now);
        }
        return ManualResults.of(List.copyOf(results.values()));
    }

    private Map<Integer, NewManualReminder> read(ManualBatch batch, Map<Integer, Result> results) {
        var items = new TreeMap<Integer, NewManualReminder>();
        for (int i = 0; i < batch.items().size(); i++) {
            try {
                items.put(i, valid.read(batch.items().get(i), NewManualReminder.class));
            } catch (ApiException e) {
                results.put(i, Result.rejected(i, e.problem()));
            }
        }
        return items;
    }

    private List<ManualRow> rows(
            Connection transaction, Map<Integer, NewManualReminder> items, Map<Integer, Result> results, Instant now)
            throws SQLException {
        var ids = new TreeSet<UUID>();
        items.values().forEach(item -> ids.add(item.contactId()));
        var contacts = place.contacts(transaction, ids);
        var zone = place.zone();
        var rows = new ArrayList<ManualRow>();
        items.forEach((index, item) -> {
            try {
                var row = row(item, contacts, zone, now);
                rows.add(row);
                results.put(index, Result.set(index, row.id()));
            } catch (ApiException e) {
                results.put(index, Result.rejected(index, e.problem()));
            }
        });
        return rows;
    }

    private static ManualRow row(NewManualReminder item, Map<UUID, UUID> contacts, ZoneId zone, Instant now) {
        var contact = contacts.get(item.contactId());
        if (contact == null) {
            throw ApiException.notFound("contact");
        }
        return ManualRow.of(contact, item.details(), Timing.of(item.details(), zone, now));
    }
}
