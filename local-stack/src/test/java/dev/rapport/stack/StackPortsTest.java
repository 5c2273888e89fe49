package dev.rapport.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void shouldNeverChooseAPortTwice() {
        // A tenth of the range: were they drawn without memory, sixty of them would be twins.
        assertThat(Stream.generate(StackPorts::freePort).limit(1_200)).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellAPortOnWhichSomebodyListens() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(StackPorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
