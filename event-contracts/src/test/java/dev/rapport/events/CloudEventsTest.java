package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final UUID ID = UUID.fromString("0199e3a0-5c00-7000-8000-000000000001");
    private static final String CONTACT = "0199e3a0-5c00-7000-8000-0000000000c1";
    private static final Instant TIME = Instant.parse("2026-03-03T08:00:00Z");
    private static final byte[] DELETED = Golden.file("rapport.contact.deleted.v1", "full");

    @Test
    void shouldReadWhatItsHeadersSay() {
        var read = CloudEvents.read(ContactEvent.TOPIC, "acme/" + CONTACT, headers(), DELETED)
                .orElseThrow();

        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.workspace()).isEqualTo("acme");
        assertThat(read.time()).isEqualTo(TIME);
        assertThat(read.data()).isInstanceOf(ContactEvent.ContactDeleted.class);
    }

    @Test
    void shouldPassOverATypeOfTheFuture() {
        var headers = headers();
        headers.put(CloudEvents.TYPE, "rapport.contact.teleported.v1");

        assertThat(CloudEvents.read(ContactEvent.TOPIC, "acme/" + CONTACT, headers, DELETED))
                .isEmpty();
    }

    @Test
    void shouldRefuseAKeyOfAnotherWorkspace() {
        assertThatThrownBy(() -> CloudEvents.read(ContactEvent.TOPIC, "other/" + CONTACT, headers(), DELETED))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("key");
    }

    @Test
    void shouldRefuseAMessageThatIsNoCloudEvent() {
        for (var missing : new String[] {CloudEvents.ID, CloudEvents.TYPE, CloudEvents.WORKSPACE, CloudEvents.TIME}) {
            var headers = headers();
            headers.remove(missing);
            assertThatThrownBy(() -> CloudEvents.read(ContactEvent.TOPIC, "acme/" + CONTACT, headers, DELETED))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining(missing);
        }
        assertThatThrownBy(() -> CloudEvents.read(ContactEvent.TOPIC, "acme/" + CONTACT, headers(), null))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void shouldRefuseAMalformedIdOrTime() {
        for (var header :
                Map.of(CloudEvents.ID, "one", CloudEvents.TIME, "yesterday").entrySet()) {
            var headers = headers();
            headers.put(header.getKey(), header.getValue());
            assertThatThrownBy(() -> CloudEvents.read(ContactEvent.TOPIC, "acme/" + CONTACT, headers, DELETED))
                    .isInstanceOf(UnreadableEvent.class);
        }
    }

    private static Map<String, String> headers() {
        return new HashMap<>(
                CloudEvents.headers(ID, "rapport.contact.deleted.v1", "contacts-service", TIME, "acme", CONTACT));
    }
}
