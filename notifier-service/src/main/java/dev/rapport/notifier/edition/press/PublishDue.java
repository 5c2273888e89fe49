package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.preference.EmptyEdition;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.webhook.WebhookEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Publishes what is due: edition, inbox item, email to be sent and the next appointment in one transaction. */
@ApplicationScoped
class PublishDue {

    private static final Logger LOG = Logger.getLogger(PublishDue.class);

    @Inject
    DataSource database;

    @Inject
    EditionConfig config;

    @Inject
    Newsroom newsroom;

    @Inject
    EditionStore store;

    @Inject
    WebhookEvents webhooks;

    /** Deals with one round of members whose time has come by this instant; returns how many there were. */
    @Transactional(rollbackOn = SQLException.class)
    int publish(Instant now) throws SQLException {
        try (var transaction = database.getConnection()) {
            var due = DueMember.claim(transaction, now, config.round());
            if (due.isEmpty()) {
                return 0;
            }
            var printing = printing(due, now);
            var composed = newsroom.compose(transaction, readers(due, printing), now);
            var published = publish(transaction, due, composed);
            Appointment.keep(transaction, appointments(due, printing, composed, now));
            LOG.infof("editions=published published=%d members=%d", published, due.size());
            return due.size();
        }
    }

    /** Whose edition of today is to be composed now: not again on a date that was dealt with. */
    private Map<MemberKey, Issue> printing(List<DueMember> due, Instant now) {
        var printing = new HashMap<MemberKey, Issue>();
        for (var one : due) {
            one.reader()
                    .flatMap(reader -> reader.issue(now, config.lateAfter()))
                    .ifPresent(issue -> printing.put(one.member(), issue));
        }
        return printing;
    }

    private static List<Reader> readers(List<DueMember> due, Map<MemberKey, Issue> printing) {
        return due.stream()
                .filter(one -> printing.containsKey(one.member()))
                .flatMap(one -> one.reader().stream())
                .toList();
    }

    private int publish(Connection transaction, List<DueMember> due, Map<MemberKey, Edition> composed)
            throws SQLException {
        var issued = new ArrayList<Issued>();
        for (var one : due) {
            var edition = composed.get(one.member());
            if (edition != null && isWanted(edition, one.reader().orElseThrow().preferences())) {
                issued.add(Issued.of(one.reader().orElseThrow(), edition));
            }
        }
        // Of a date that had its edition before the member changed zones there is none now.
        var added = store.add(transaction, issued);
        var fresh = issued.stream().filter(it -> added.contains(it.id())).toList();
        var told = NewNotification.add(
                transaction, fresh.stream().map(Issued::notification).toList());
        NewDelivery.add(
                transaction,
                fresh.stream()
                        .filter(it -> told.contains(it.notificationId()))
                        .flatMap(it -> it.email().stream())
                        .toList());
        webhooks.add(
                transaction,
                fresh.stream().flatMap(it -> it.webhookEvent().stream()).toList());
        return fresh.size();
    }

    private static boolean isWanted(Edition edition, Preferences preferences) {
        return edition.itemCount() > 0 || preferences.emptyEdition() == EmptyEdition.SEND;
    }

    private List<Appointment> appointments(
            List<DueMember> due, Map<MemberKey, Issue> printing, Map<MemberKey, Edition> composed, Instant now) {
        var appointments = new ArrayList<Appointment>();
        for (var one : due) {
            var edition = composed.get(one.member());
            var failed = one.reader().isEmpty() || (printing.containsKey(one.member()) && edition == null);
            if (failed) {
                appointments.add(new Appointment(one.member(), now.plus(config.retry()), null, null));
                continue;
            }
            var preferences = one.reader().get().preferences();
            appointments.add(new Appointment(
                    one.member(),
                    Issue.next(preferences.schedule(), now),
                    edition == null ? null : edition.date(),
                    edition == null || !isWanted(edition, preferences) ? null : newsroom.heardUntil(now)));
        }
        return appointments;
    }
}
