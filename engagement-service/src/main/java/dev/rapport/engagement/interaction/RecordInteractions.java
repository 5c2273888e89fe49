package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.messaging.Messaging;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/** Records interactions: state and event in one statement. */
@ApplicationScoped
public class RecordInteractions {

    private final DataSource database;
    private final Messaging messaging;
    private final GroupCommit<Interaction, Recorded> singles;

    @Inject
    RecordInteractions(DataSource database, Messaging messaging, RecordingConfig config) {
        this.database = database;
        this.messaging = messaging;
        this.singles = new GroupCommit<>(this::together, config.batch(), config.queue(), config.lanes());
    }

    /**
     * Records one interaction in a commit that it may share with others.
     *
     * @throws ApiException 503 when too many wait already
     */
    CompletionStage<Recorded> one(Interaction interaction) {
        return singles.submit(interaction)
                .orElseThrow(() -> ApiException.retryLater(
                        ProblemType.UNAVAILABLE, "Too many requests wait to be stored.", Duration.ofSeconds(1)));
    }

    /**
     * Records many at once, in the JTA transaction under way if there is one; the caller wakes the relay after it.
     *
     * @return what became of each, in their order
     */
    public List<Recorded> all(List<Interaction> interactions) throws SQLException {
        try (var connection = database.getConnection()) {
            return all(connection, interactions);
        }
    }

    /** Records up to 1,000 at once in the caller's own transaction, if its connection has one; see {@link #all(List)}. */
    public static List<Recorded> all(Connection transaction, List<Interaction> interactions) throws SQLException {
        return interactions.isEmpty() ? List.of() : RecordStatement.run(transaction, interactions);
    }

    private List<Recorded> together(List<Interaction> interactions) throws SQLException {
        var recorded = all(interactions);
        messaging.wakeRelay();
        return recorded;
    }

    @PreDestroy
    void close() throws InterruptedException {
        singles.close();
    }
}
