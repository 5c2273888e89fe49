package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StackTestResourceTest {

    @Test
    void shouldShareOneStackWhenSeveralTestClassesAsk() {
        // Given
        StackTestResource contacts = resource("contacts");
        StackTestResource notifier = resource("notifier");

        // When
        Map<String, String> first = contacts.start();
        contacts.stop();
        Map<String, String> second = notifier.start();

        // Then
        assertThat(first.get("quarkus.datasource.jdbc.url")).endsWith("/contacts");
        assertThat(second.get("quarkus.datasource.jdbc.url"))
                .isEqualTo(first.get("quarkus.datasource.jdbc.url").replace("/contacts", "/notifier"));
        assertThat(second).containsEntry("kafka.bootstrap.servers", first.get("kafka.bootstrap.servers"));
        assertThat(second).containsEntry("quarkus.oidc.public-key", first.get("quarkus.oidc.public-key"));
    }

    @Test
    void shouldRefuseADatabaseWhenThereIsNoneOfThatName() {
        assertThatThrownBy(() -> resource("contact"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contact");
    }

    private static StackTestResource resource(String database) {
        StackTestResource resource = new StackTestResource();
        resource.init(Map.of("database", database));
        return resource;
    }
}
