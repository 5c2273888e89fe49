package dev.rapport.engagement.importing;

import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.interaction.RecordInteractions;
import dev.rapport.engagement.interaction.Recorded;
import dev.rapport.messaging.Messaging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records the interactions of a batch, so many at a time that no statement grows without bound. */
@ApplicationScoped
class RecordTogether {

    private static final int MOST_ROWS = 1_000;

    private final RecordInteractions record;
    private final Messaging messaging;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    RecordTogether(RecordInteractions record, Messaging messaging, TransactionSynchronizationRegistry transactions) {
        this.record = record;
        this.messaging = messaging;
        this.transactions = transactions;
    }

    /** Records them in the transaction under way. */
    List<Recorded> forGood(List<Interaction> interactions) {
        messaging.wakeAfterCommit();
        return record(interactions);
    }

    /** Tells what would become of them: records them in a transaction that is rolled back. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Recorded> inThought(List<Interaction> interactions) {
        var recorded = record(interactions);
        transactions.setRollbackOnly();
        return recorded;
    }

    private List<Recorded> record(List<Interaction> interactions) {
        try {
            var recorded = new ArrayList<Recorded>();
            for (var part : parts(interactions)) {
                recorded.addAll(record.all(part));
            }
            return recorded;
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused interactions", e);
        }
    }

    private static List<List<Interaction>> parts(List<Interaction> interactions) {
        var parts = new ArrayList<List<Interaction>>();
        int rows = MOST_ROWS;
        for (var interaction : interactions) {
            int more = 1 + interaction.others().size();
            if (rows + more > MOST_ROWS) {
                parts.add(new ArrayList<>());
                rows = 0;
            }
            parts.get(parts.size() - 1).add(interaction);
            rows += more;
        }
        return parts;
    }
}
