package dev.rapport.notifier.inbox;

import dev.rapport.notifier.batch.MemberKey;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One open stream. It is given no more than it takes: what it has no room for stays in the database. */
final class StreamReader {

    private final MemberKey member;
    private final Instant until;
    private final MultiEmitter<? super StreamEvent> emitter;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile StreamPosition position;
    private volatile long lastTaken = System.nanoTime();

    /** @param until when the token ends that this stream was opened with */
    StreamReader(MemberKey member, StreamPosition position, Instant until, MultiEmitter<? super StreamEvent> emitter) {
        this.member = member;
        this.position = position;
        this.until = until;
        this.emitter = emitter;
    }

    MemberKey member() {
        return member;
    }

    StreamPosition position() {
        return position;
    }

    /** How many more events may wait, of this many at most. */
    long room(int buffer) {
        return Math.max(0, buffer - waiting.get());
    }

    void give(StreamEvent event) {
        position = event.position();
        waiting.incrementAndGet();
        emitter.emit(event);
    }

    /** The reader took an event. */
    void taken() {
        waiting.decrementAndGet();
        lastTaken = System.nanoTime();
    }

    /** Shows that the stream lives when nothing was taken for a while and nothing waits. */
    void heartbeat(Duration every) {
        if (waiting.get() == 0 && idleFor(every)) {
            give(StreamEvent.heartbeat(position));
        }
    }

    /** Whether it leaves what waits for it lying. */
    boolean isStuck(Duration patience) {
        return waiting.get() > 0 && idleFor(patience);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    void end() {
        emitter.complete();
    }

    private boolean idleFor(Duration time) {
        return System.nanoTime() - lastTaken > time.toNanos();
    }
}
