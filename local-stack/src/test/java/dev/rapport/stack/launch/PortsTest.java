package dev.rapport.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.stack.StackPorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void shouldBeTheDocumentedOnesWhenTheEnvironmentSaysNothing() {
        assertThat(Ports.of(Map.of()).byName())
                .isEqualTo(Map.of(
                        "CONTACTS",
                        8081,
                        "ENGAGEMENT",
                        8082,
                        "NOTIFIER",
                        8083,
                        "POSTGRES",
                        15432,
                        "KAFKA",
                        19092,
                        "SMTP",
                        11025));
    }

    @Test
    void shouldFollowTheEnvironmentWhenItNamesAPort() {
        assertThat(Ports.of(Map.of("RAPPORT_PORT_KAFKA", "29092")).stack().kafka())
                .isEqualTo(29092);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "eighty", "-1", ""})
    void shouldNameTheVariableWhenItsValueIsNoPort(String value) {
        assertThatThrownBy(() -> Ports.of(Map.of("RAPPORT_PORT_SMTP", value)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("RAPPORT_PORT_SMTP=" + value + " is no port: give a number from 1 to 65535.");
    }

    @Test
    void shouldNameBothVariablesWhenTheyAreTheSamePort() {
        assertThatThrownBy(() -> Ports.of(Map.of("RAPPORT_PORT_NOTIFIER", "8081")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("RAPPORT_PORT_NOTIFIER")
                .hasMessageContaining("RAPPORT_PORT_CONTACTS");
    }

    @Test
    void shouldNamePortAndServiceAndWayOutWhenAnotherProgramListens() throws Exception {
        Map<String, String> environment = allFree();
        assertThatCode(() -> Ports.of(environment).requireFree()).doesNotThrowAnyException();
        for (String address : new String[] {"0.0.0.0", "127.0.0.1"}) {
            try (ServerSocket other = new ServerSocket(
                    Integer.parseInt(environment.get("RAPPORT_PORT_ENGAGEMENT")), 1, InetAddress.getByName(address))) {
                assertThatThrownBy(() -> Ports.of(environment).requireFree())
                        .isInstanceOf(LaunchFailure.class)
                        .hasMessageStartingWith(
                                "Port " + other.getLocalPort() + " (engagement) is taken by another program")
                        .hasMessageContaining("RAPPORT_PORT_ENGAGEMENT=");
            }
        }
    }

    private static Map<String, String> allFree() {
        Map<String, String> environment = new HashMap<>();
        for (Service service : Service.values()) {
            environment.put(
                    "RAPPORT_PORT_" + service.name(),
                    Integer.toString(StackPorts.free().kafka()));
        }
        StackPorts free = StackPorts.free();
        environment.put("RAPPORT_PORT_POSTGRES", Integer.toString(free.postgres()));
        environment.put("RAPPORT_PORT_KAFKA", Integer.toString(free.kafka()));
        environment.put("RAPPORT_PORT_SMTP", Integer.toString(free.smtp()));
        return environment;
    }
}
