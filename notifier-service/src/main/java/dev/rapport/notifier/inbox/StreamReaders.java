package dev.rapport.notifier.inbox;

import dev.rapport.notifier.batch.MemberKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The streams that this instance serves: one poll reads for all of them, whichever instance told it. */
@ApplicationScoped
class StreamReaders {

    private static final Logger LOG = Logger.getLogger(StreamReaders.class);
    /** Tokens end by the system's time, whatever the domain's clock says. */
    private static final Clock TOKENS = Clock.systemUTC();

    private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();

    @Inject
    StreamQuery query;

    @Inject
    StreamConfig config;

    /**
     * A member's stream from a position on.
     *
     * @param first what it begins with
     * @param until when it ends at the latest
     */
    Multi<StreamEvent> open(MemberKey member, StreamEvent first, Instant until) {
        var opened = new AtomicReference<StreamReader>();
        return Multi.createFrom()
                .<StreamEvent>emitter(
                        emitter -> {
                            var reader = new StreamReader(member, first.position(), until, emitter);
                            opened.set(reader);
                            emitter.onTermination(() -> readers.remove(reader));
                            reader.give(first);
                            readers.add(reader);
                        },
                        BackPressureStrategy.BUFFER)
                .onItem()
                .invoke(() -> opened.get().taken());
    }

    int open() {
        return readers.size();
    }

    @Scheduled(
            identity = "inbox-stream",
            every = "${rapport.inbox.stream.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        var now = TOKENS.instant();
        for (var reader : readers) {
            if (reader.isStuck(config.patience()) || reader.isOver(now)) {
                LOG.infof("inbox-stream=ended workspace=%s", reader.member().workspace());
                reader.end();
                readers.remove(reader);
            }
        }
        boolean more;
        do {
            more = query.read(List.copyOf(readers), config.buffer());
        } while (more);
        readers.forEach(reader -> reader.heartbeat(config.heartbeat()));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        readers.forEach(StreamReader::end);
    }
}
