package dev.rapport.notifier.edition.content;

import java.util.List;

/**
 * What there is to compose an edition of.
 *
 * @param toldToday how many reminders were told since the member's local midnight
 */
public record Material(
        List<DueReminder> reminders, int toldToday, List<SeenSignal> signals, List<UnaskedTouch> unasked) {

    public Material {
        reminders = List.copyOf(reminders);
        signals = List.copyOf(signals);
        unasked = List.copyOf(unasked);
    }
}
