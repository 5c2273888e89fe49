package dev.rapport.events;

/** A message that is no event of its topic. Its text names the fault, never the payload: it goes into logs and headers. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String fault) {
        super(fault);
    }
}
