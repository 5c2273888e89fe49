package dev.rapport.notifier.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of deliveries, for the API document. */
@Schema(name = "WebhookDeliveryPage", description = "One page of deliveries, newest first")
record DeliveryPage(
        @Schema(required = true) List<DeliveryView> items,

        @Schema(description = "Opaque; give it back as ?cursor=.")
        String next) {}
