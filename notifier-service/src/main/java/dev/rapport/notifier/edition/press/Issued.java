package dev.rapport.notifier.edition.press;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.delivery.NewDelivery;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.content.Words;
import dev.rapport.notifier.inbox.NewNotification;
import dev.rapport.notifier.inbox.NotificationCategory;
import dev.rapport.notifier.preference.ChannelChoices;
import dev.rapport.notifier.preference.ChannelKind;
import dev.rapport.notifier.webhook.EventTypes;
import dev.rapport.notifier.webhook.NewWebhookEvent;
import java.util.Optional;
import java.util.UUID;

/**
 * An edition on its way to its reader.
 *
 * @param address where it is mailed to; empty for nowhere
 * @param forWebhooks whether partners are told of it
 */
record Issued(
        MemberKey member,
        UUID id,
        UUID notificationId,
        Edition edition,
        Optional<String> address,
        boolean forWebhooks) {

    static Issued of(Reader reader, Edition edition) {
        return new Issued(
                reader.member(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                UuidCreator.getTimeOrderedEpochPlus1(),
                edition,
                reader.preferences().mailedTo(ChannelChoices.EDITION),
                reader.preferences().wants(ChannelChoices.EDITION, ChannelKind.WEBHOOK));
    }

    /** It names nobody: what an edition tells of a contact is forgotten with the contact, in one place. */
    NewNotification notification() {
        var words = Words.in(edition.language());
        return new NewNotification(
                member,
                notificationId,
                NotificationCategory.EDITION,
                ChannelChoices.EDITION,
                edition.date().toString(),
                null,
                null,
                words.editionOf(edition.date()),
                words.count(edition.itemCount()) + ".",
                edition.composedAt());
    }

    /** It names nobody either. */
    Optional<NewWebhookEvent> webhookEvent() {
        return forWebhooks
                ? Optional.of(new NewWebhookEvent(
                        member.workspace(),
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        EventTypes.EDITION_PUBLISHED,
                        edition.composedAt(),
                        member.member(),
                        null,
                        new Published(id, notificationId, edition.date().toString(), edition.itemCount())))
                : Optional.empty();
    }

    /** The data of a webhook's event. */
    private record Published(UUID editionId, UUID notificationId, String date, int itemCount) {}

    Optional<NewDelivery> email() {
        return address.map(to -> new NewDelivery(member.workspace(), notificationId, "email", to));
    }
}
