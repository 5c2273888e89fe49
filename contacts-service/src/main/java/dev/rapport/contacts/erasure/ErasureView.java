package dev.rapport.contacts.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An erasure as the API shows it. */
@Schema(name = "Erasure", description = "Contacts, or a whole workspace, to be forgotten for good by every service")
record ErasureView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description = "The erased contacts, merged ones included; none when it is the whole workspace")
        List<UUID> contacts,

        @Schema(required = true, description = "Whether it is the whole workspace")
        boolean workspace,

        @Schema(required = true) Instant requestedAt,

        @Schema(
                required = true,
                examples = "alex",
                description = "The member; `rapport` when the time in the bin was over")
        String requestedBy,

        @Schema(required = true, description = "Whether every service has forgotten everything")
        boolean complete,

        @Schema(required = true) List<Receipt> receipts) {

    static final String EXAMPLE = """
            {"id": "0199e3a0-5c00-7000-8000-0000000000e1", "contacts": ["0199e3a0-5c00-7000-8000-0000000000c1"],
             "workspace": false, "requestedAt": "2026-03-01T09:00:00Z", "requestedBy": "alex", "complete": false,
             "receipts": [
               {"service": "contacts-service", "complete": true, "erasedAt": "2026-03-01T09:00:00Z"},
               {"service": "engagement-service", "complete": true, "erasedAt": "2026-03-01T09:00:01Z"},
               {"service": "notifier-service", "complete": false}]}""";

    /** What one service says. */
    @Schema(name = "ErasureReceipt", description = "What one service says that it has forgotten")
    record Receipt(
            @Schema(required = true, examples = "engagement-service")
            String service,

            @Schema(required = true, description = "Whether it has forgotten everything")
            boolean complete,

            @Schema(description = "When it had; absent until then")
            Instant erasedAt) {}

    /**
     * An erasure with its receipts.
     *
     * @param expected the services that have to forget
     * @param received by service, those that have said something
     */
    static ErasureView of(Erasure erasure, Collection<String> expected, Map<String, Received> received) {
        var services = new LinkedHashSet<>(expected);
        services.addAll(received.keySet());
        var receipts = services.stream()
                .map(service -> receipt(service, erasure, received.get(service)))
                .toList();
        return new ErasureView(
                erasure.id(),
                erasure.contacts(),
                erasure.workspace(),
                erasure.requestedAt(),
                erasure.requestedBy(),
                receipts.stream().allMatch(Receipt::complete),
                receipts);
    }

    private static Receipt receipt(String service, Erasure erasure, Received received) {
        boolean complete = received != null && received.count == erasure.receipts();
        return new Receipt(service, complete, complete ? received.last : null);
    }

    /** How many receipts a service has given, and when it deleted last. */
    record Received(int count, Instant last) {}
}
