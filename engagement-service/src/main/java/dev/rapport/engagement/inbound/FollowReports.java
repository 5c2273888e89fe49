package dev.rapport.engagement.inbound;

import dev.rapport.engagement.interaction.RecordInteractions;
import dev.rapport.engagement.signal.RecordSignals;
import dev.rapport.messaging.Messaging;
import dev.rapport.messaging.RecordBatches;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Records what partners report. A report that is delivered again is found by its source and external id, so no inbox is
 * needed, and one that a partner repeats under another CloudEvents id is recorded once as well.
 */
@ApplicationScoped
class FollowReports {

    private final Messaging messaging;
    private final ReportReader reader;
    private final Clock clock;
    private RecordBatches<Reported> batches;

    @Inject
    FollowReports(Messaging messaging, ReportReader reader, Clock clock) {
        this.messaging = messaging;
        this.reader = reader;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        batches = messaging.consumer(
                "engagement-inbound",
                (message, headers) -> Optional.of(reader.read(headers, message.value())),
                this::record);
    }

    @Incoming("inbound")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        batches.consume(records);
    }

    private void record(Connection transaction, List<Reported> reports) throws SQLException {
        var interactions = reports.stream()
                .map(Reported::interaction)
                .filter(Objects::nonNull)
                .toList();
        var signals =
                reports.stream().map(Reported::signal).filter(Objects::nonNull).toList();
        RecordInteractions.all(transaction, interactions);
        RecordSignals.all(transaction, signals, clock.instant());
    }
}
