package dev.rapport.engagement.referral;

import dev.rapport.events.Band;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a contact brought, whom they brought, and so on. */
@Schema(name = "ReferralTree")
record TreeView(
        @Schema(description = "Who brought the contact, who brought that one, and so on: up to 5.")
        List<Person> broughtBy,

        Node tree,

        @Schema(description = "How many the tree holds below the contact.", examples = "12")
        int people,

        @Schema(description = "Whether the tree goes on, for it is deeper than asked for or holds more than 500.")
        boolean more) {

    /** Somebody on the way up. */
    @Schema(name = "ReferralPerson")
    record Person(
            UUID contactId, @Schema(examples = "Jane Doe") String displayName, String owner) {}

    /** Somebody in the tree; nobody is in it twice, however the introductions go round. */
    @Schema(name = "ReferralNode")
    record Node(
            UUID contactId,
            @Schema(examples = "Jane Doe") String displayName,
            String owner,

            @Schema(description = "0 to 100.", examples = "48.2")
            double score,

            Band band,

            @Schema(description = "Whom this one brought, the most relevant first.")
            List<Node> introduced) {}
}
