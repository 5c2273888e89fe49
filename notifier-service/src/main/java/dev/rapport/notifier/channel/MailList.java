package dev.rapport.notifier.channel;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.ChannelChoices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The mails that one unsubscription ends: those of one category of notifications. */
public enum MailList {
    REMINDER(Arrays.stream(ReminderKind.values()).map(ReminderKind::json).toList()),
    ALERT(List.of(ChannelChoices.ALERT)),
    EDITION(List.of(ChannelChoices.EDITION)),
    NOTICE(List.of(ChannelChoices.NOTICE));

    private final List<String> kinds;

    MailList(List<String> kinds) {
        this.kinds = kinds;
    }

    /** The list of a category, as {@code notification.category} has it. */
    public static MailList of(String category) {
        return valueOf(category.toUpperCase(Locale.ROOT));
    }

    /** What a link that ends these mails names: it outlives every notification. */
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("mail-list:" + name()).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<MailList> ofSubject(UUID subject) {
        return Arrays.stream(values())
                .filter(list -> list.subject().equals(subject))
                .findFirst();
    }

    String category() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of the member's choices that belong to it. */
    List<String> kinds() {
        return kinds;
    }
}
