package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** {@code rapport.erasures}: whole workspaces to be forgotten, and what each service says that it has forgotten. */
public sealed interface ErasureEvent extends AboutContact {

    Topic<ErasureEvent> TOPIC = Topic.ofFacts(
            "rapport.erasures",
            Map.of(
                    "rapport.workspace.erased.v1", WorkspaceErased.class,
                    "rapport.erasure.acknowledged.v1", ErasureAcknowledged.class));

    /** The erasure, as {@code /v1/erasures/{id}} shows it. */
    UUID erasureId();

    /**
     * A whole workspace is to be forgotten: each service deletes all it has of it that is older than this instant and
     * acknowledges it without a contact.
     */
    @JsonClassDescription("A whole workspace is to be forgotten, by every service.")
    record WorkspaceErased(UUID erasureId, Instant erasedAt) implements ErasureEvent {

        @Override
        public UUID contactId() {
            return null;
        }

        @Override
        public boolean wholeWorkspace() {
            return true;
        }
    }

    /**
     * A service has forgotten a contact, or the whole workspace.
     *
     * @param contactId absent when it was the whole workspace
     * @param service for example {@code engagement-service}
     * @param erasedAt when the service had deleted everything
     */
    @JsonClassDescription("A service has forgotten a contact, or the whole workspace.")
    record ErasureAcknowledged(UUID erasureId, UUID contactId, String service, Instant erasedAt)
            implements ErasureEvent {

        @Override
        public boolean wholeWorkspace() {
            return contactId == null;
        }
    }
}
