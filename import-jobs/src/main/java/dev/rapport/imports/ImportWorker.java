package dev.rapport.imports;

import dev.rapport.api.security.OnBehalf;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Works on imports in the background, a few at a time, each on behalf of the member whose it is. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final long PATIENCE_AT_SHUTDOWN = 10_000;

    private final ImportQueue queue;
    private final RunImport runImport;
    private final OnBehalf onBehalf;
    private final ImportConfig config;
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    @Inject
    ImportWorker(ImportQueue queue, RunImport runImport, OnBehalf onBehalf, ImportConfig config) {
        this.queue = queue;
        this.runImport = runImport;
        this.onBehalf = onBehalf;
        this.config = config;
    }

    /** Takes on as much as there is room for. */
    @Scheduled(every = "1s", identity = "imports", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws SQLException {
        while (!isStopping && working.size() < config.concurrency()) {
            var claimed = queue.claim();
            if (claimed.isEmpty()) {
                return;
            }
            begin(claimed.get());
        }
    }

    /** What is under way goes on elsewhere, or after the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        for (var thread : working) {
            thread.join(PATIENCE_AT_SHUTDOWN);
        }
    }

    private void begin(ImportQueue.Claimed first) {
        var thread = new Thread(() -> workFrom(first));
        thread.setDaemon(true);
        working.add(thread);
        thread.start();
    }

    /** Many small files need not wait for the next look. */
    private void workFrom(ImportQueue.Claimed first) {
        try {
            for (var next = Optional.of(first); next.isPresent(); next = another()) {
                Thread.currentThread()
                        .setName("import-" + next.get().run().job().id());
                work(next.get());
            }
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    private Optional<ImportQueue.Claimed> another() {
        try {
            return isStopping ? Optional.empty() : queue.claim();
        } catch (SQLException e) {
            LOG.warnf("imports=not-claimed cause=%s", e.getMessage());
            return Optional.empty();
        }
    }

    private void work(ImportQueue.Claimed claimed) {
        var run = claimed.run();
        long pause = 0;
        try {
            LOG.infof("import=running id=%s attempt=%d", run.job().id(), claimed.attempts());
            onBehalf.of(run.job().member(), () -> attempt(claimed));
        } catch (LostRun e) {
            LOG.warnf("import=lost id=%s cause=%s", run.job().id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "import=interrupted id=%s", run.job().id());
            pause = config.retryAfter().toSeconds();
        } finally {
            release(run, pause);
        }
    }

    private boolean attempt(ImportQueue.Claimed claimed) {
        if (claimed.attempts() > config.attempts()) {
            runImport.giveUp(claimed.run());
            return true;
        }
        return runImport.run(claimed.run(), () -> isStopping);
    }

    /** An import that is over has no run any more, so that there is nothing to release. */
    private void release(Run run, long pause) {
        try {
            queue.release(run, pause);
        } catch (SQLException e) {
            LOG.warnf("import=not-released id=%s cause=%s", run.job().id(), e.getMessage());
        }
    }
}
