package dev.rapport.notifier.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.util.NetUtil;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedHttpTest {

    private static final InetAddress PUBLIC = NetUtil.createInetAddressFromIpAddressString("93.184.216.34");
    private static final InetAddress LOOPBACK = NetUtil.createInetAddressFromIpAddressString("127.0.0.1");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldNotConnectWhenTheNameLeadsElsewhereThanWhenItWasChecked() throws IOException {
        try (var sink = new Sink("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")) {
            var answers = new ConcurrentLinkedQueue<>(List.of(List.of(PUBLIC), List.of(LOOPBACK)));
            var addresses = new CheckedAddresses(host -> CompletableFuture.completedFuture(answers.poll()), List.of());
            var url = "http://rebinding.example:" + sink.port();
            assertThatCode(() -> addresses.check(url)).doesNotThrowAnyException();

            var answer = post(addresses, url, Duration.ofSeconds(5));

            assertThat(answer.fault()).startsWith("blocked");
            assertThat(sink.connections()).isEmpty();
        }
    }

    @Test
    void shouldNotConnectWhenOneOfTheAddressesIsNotPublic() throws IOException {
        try (var sink = new Sink("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")) {
            var addresses = new CheckedAddresses(
                    host -> CompletableFuture.completedFuture(List.of(PUBLIC, LOOPBACK)), List.of());

            var answer = post(addresses, "http://mixed.example:" + sink.port(), Duration.ofSeconds(5));

            assertThat(answer.fault()).startsWith("blocked");
            assertThat(sink.connections()).isEmpty();
        }
    }

    @Test
    void shouldConnectToTheCheckedAddressAndNameTheHost() throws IOException {
        try (var sink = new Sink("HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\nok")) {
            var answer = post(loopback("partner.example"), "http://partner.example:" + sink.port() + "/a?b=c");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.excerpt()).isEqualTo("ok");
            assertThat(sink.heard())
                    .startsWith("POST /a?b=c HTTP/1.1")
                    .containsIgnoringCase("host: partner.example:" + sink.port())
                    .containsIgnoringCase("x-test: 1")
                    .endsWith("{}");
        }
    }

    @Test
    void shouldFollowNoRedirect() throws IOException {
        try (var other = new Sink("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                try (var sink = new Sink("HTTP/1.1 " + status + " Moved\r\nlocation: http://127.0.0.1:" + other.port()
                        + "\r\ncontent-length: 0\r\n\r\n")) {
                    assertThat(post(loopback("a.example"), "http://a.example:" + sink.port())
                                    .status())
                            .isEqualTo(status);
                }
            }
            assertThat(other.connections()).isEmpty();
        }
    }

    @Test
    void shouldCutOffAnEndpointThatHangs() throws IOException {
        try (var sink = new Sink("")) {
            var answer = post(loopback("a.example"), "http://a.example:" + sink.port(), Duration.ofSeconds(1));

            assertThat(answer.status()).isNull();
            assertThat(answer.fault()).isEqualTo("no answer within 1 s");
            assertThat(sink.sawTheEnd()).isTrue();
        }
    }

    @Test
    void shouldCutOffAnEndpointThatDrips() throws IOException {
        try (var sink = new Sink("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n", 1000, 1)) {
            var answer = post(loopback("a.example"), "http://a.example:" + sink.port(), Duration.ofSeconds(1));

            assertThat(answer.fault()).isEqualTo("no answer within 1 s");
            assertThat(sink.sawTheEnd()).isTrue();
        }
    }

    @Test
    void shouldReadNoMoreThanTheBeginningOfALongAnswer() throws IOException {
        long length = 50_000_000;
        try (var sink = new Sink("HTTP/1.1 200 OK\r\ncontent-length: " + length + "\r\n\r\n", length, 65_536)) {
            var answer = post(loopback("a.example"), "http://a.example:" + sink.port(), Duration.ofSeconds(10));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.excerpt()).hasSize(1_000);
            assertThat(sink.sawTheEnd()).isTrue();
            assertThat(sink.sent()).isLessThan(length / 2);
        }
    }

    @Test
    void shouldSayWhyThereIsNoAnswer() throws IOException {
        int closed;
        try (var sink = new Sink("")) {
            closed = sink.port();
        }
        assertThat(post(loopback("a.example"), "http://a.example:" + closed).fault())
                .isEqualTo("no connection");
        try (var sink = new Sink("no TLS")) {
            assertThat(post(loopback("a.example"), "https://a.example:" + sink.port())
                            .fault())
                    .startsWith("TLS failed");
        }
        try (var sink = new Sink(null)) {
            assertThat(post(loopback("a.example"), "http://a.example:" + sink.port())
                            .fault())
                    .startsWith("the connection broke");
        }
    }

    private static CheckedAddresses loopback(String host) {
        return new CheckedAddresses(name -> CompletableFuture.completedFuture(List.of(LOOPBACK)), List.of(host));
    }

    private Answer post(CheckedAddresses addresses, String url) {
        return post(addresses, url, Duration.ofSeconds(10));
    }

    private Answer post(CheckedAddresses addresses, String url, Duration within) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        return new GuardedHttp(vertx, addresses)
                .post(url, Map.of("x-test", "1"), body, within)
                .join();
    }

    /** Answers each connection with these words, then with a body in parts, a part a second when they are small. */
    private static final class Sink implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, LOOPBACK);
        private final List<Socket> connections = new CopyOnWriteArrayList<>();
        private final StringBuffer heard = new StringBuffer();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private final AtomicLong sent = new AtomicLong();
        private final String head;
        private final long length;
        private final int part;

        Sink(String head) throws IOException {
            this(head, 0, 1);
        }

        Sink(String head, long length, int part) throws IOException {
            this.head = head;
            this.length = length;
            this.part = part;
            start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        List<Socket> connections() {
            return connections;
        }

        String heard() {
            return heard.toString();
        }

        long sent() {
            return sent.get();
        }

        /** Waits until the other side has closed. */
        boolean sawTheEnd() {
            return end.join();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    var connection = server.accept();
                    connections.add(connection);
                    start(() -> talk(connection));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket connection) {
            try (connection) {
                var in = connection.getInputStream();
                while (heard.indexOf("{}") < 0 && !isTls()) {
                    int read = in.read();
                    if (read < 0) {
                        break;
                    }
                    heard.append((char) read);
                }
                if (head == null) {
                    return;
                }
                var out = connection.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                for (; sent.get() < length; sent.addAndGet(part)) {
                    out.write(new byte[part]);
                    out.flush();
                    pause(part < 100 ? 200 : 0);
                }
                while (in.read() >= 0) {
                    heard.append('.');
                }
                end.complete(true);
            } catch (IOException e) {
                end.complete(true);
            }
        }

        private boolean isTls() {
            return heard.length() > 0 && heard.charAt(0) == 0x16;
        }

        private static void pause(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void start(Runnable work) {
            var thread = new Thread(work, "sink");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
