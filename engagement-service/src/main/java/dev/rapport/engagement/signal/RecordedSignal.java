package dev.rapport.engagement.signal;

/**
 * What became of a signal that was to be recorded.
 *
 * @param signal as it is stored now
 * @param isNew whether its source and external id were not there before
 */
public record RecordedSignal(Signal signal, boolean isNew) {

    /** 201 for a new one, 200 for one that was there. */
    int status() {
        return isNew ? 201 : 200;
    }
}
