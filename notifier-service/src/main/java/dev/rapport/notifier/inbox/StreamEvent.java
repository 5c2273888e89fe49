package dev.rapport.notifier.inbox;

/**
 * One event of a stream.
 *
 * @param position where the reader continues after it
 * @param unread how many items are unread, as a stream begins; null but there
 * @param item what was told; null as a stream begins, and in a heartbeat
 */
record StreamEvent(StreamPosition position, Long unread, InboxItem item) {

    static StreamEvent ready(StreamPosition position, long unread) {
        return new StreamEvent(position, unread, null);
    }

    static StreamEvent told(StreamPosition position, InboxItem item) {
        return new StreamEvent(position, null, item);
    }

    static StreamEvent heartbeat(StreamPosition position) {
        return new StreamEvent(position, null, null);
    }
}
