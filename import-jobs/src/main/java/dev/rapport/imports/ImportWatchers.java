package dev.rapport.imports;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever watches an import how far it is: an event for each step that was seen, and the last one always. */
@ApplicationScoped
public class ImportWatchers {

    /** Longer silence makes proxies close the connection. */
    private static final int QUIET_LOOKS = 15;

    private final Imports imports;
    private final ImportKind<?> kind;
    private final OnBehalf onBehalf;
    private final CurrentMember current;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    @Inject
    ImportWatchers(Imports imports, ImportKind<?> kind, OnBehalf onBehalf, CurrentMember current) {
        this.imports = imports;
        this.kind = kind;
        this.onBehalf = onBehalf;
        this.current = current;
    }

    /**
     * From now on, tells the sink of the import.
     *
     * @param lastSeen the revision that the watcher has; 0 when none
     */
    public void add(ImportJob it, long lastSeen, SseEventSink sink, Sse sse) {
        var watcher = new Watcher(it, new Member(current.workspace(), current.id()), sink, sse);
        watcher.told = it.state().isOver() ? 0 : lastSeen;
        watchers.add(watcher);
    }

    @Scheduled(every = "1s", identity = "import-watchers", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        watchers.removeIf(it -> it.sink.isClosed() || (!it.isSending && tell(it)));
    }

    /** Returns whether there is no more to tell. */
    private boolean tell(Watcher watcher) {
        var found = onBehalf.of(watcher.member, () -> imports.find(watcher.it.id()));
        found.ifPresentOrElse(
                it -> {
                    if (it.revision() > watcher.told) {
                        watcher.send(it, onBehalf.of(watcher.member, () -> kind.view(it)));
                    } else if (++watcher.quiet % QUIET_LOOKS == 0) {
                        watcher.beat();
                    }
                },
                watcher::close);
        return found.isEmpty() || found.get().state().isOver();
    }

    private static final class Watcher {
        private final ImportJob it;
        private final Member member;
        private final SseEventSink sink;
        private final Sse sse;
        private long told;
        private int quiet;
        private volatile boolean isSending;

        Watcher(ImportJob it, Member member, SseEventSink sink, Sse sse) {
            this.it = it;
            this.member = member;
            this.sink = sink;
            this.sse = sse;
        }

        void send(ImportJob now, Object view) {
            told = now.revision();
            quiet = 0;
            send(
                    sse.newEventBuilder()
                            .id(Long.toString(now.revision()))
                            .name(now.state().isOver() ? "end" : "progress")
                            .mediaType(MediaType.APPLICATION_JSON_TYPE)
                            .data(view)
                            .build(),
                    now.state().isOver());
        }

        void beat() {
            send(sse.newEventBuilder().comment("still here").build(), false);
        }

        void close() {
            sink.close();
        }

        private void send(OutboundSseEvent event, boolean isLast) {
            isSending = true;
            sink.send(event).whenComplete((sent, fault) -> {
                isSending = false;
                if (isLast || fault != null) {
                    sink.close();
                }
            });
        }
    }
}
