package dev.rapport.contacts.importing;

import dev.rapport.api.problem.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Makes what contacts refer to in transactions apart from theirs, so that what is refused takes no contact with it. */
@ApplicationScoped
class Apart {

    private static final Logger LOG = Logger.getLogger(Apart.class);

    private final Transaction transaction;

    @Inject
    Apart(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Makes all of these together; if that is refused, each that is not. */
    void make(Collection<String> names, Consumer<Collection<String>> maker) {
        if (names.isEmpty() || isMade(names, maker)) {
            return;
        }
        for (var name : new TreeSet<>(names)) {
            isMade(List.of(name), maker);
        }
    }

    private boolean isMade(Collection<String> names, Consumer<Collection<String>> maker) {
        try {
            transaction.run(() -> maker.accept(names));
            return true;
        } catch (ApiException e) {
            LOG.infof(
                    "import-reference=refused count=%d problem=%s",
                    names.size(), e.problem().type());
            return false;
        }
    }

    /** A transaction of its own. */
    @ApplicationScoped
    static class Transaction {

        @Transactional(TxType.REQUIRES_NEW)
        void run(Runnable work) {
            work.run();
        }
    }
}
