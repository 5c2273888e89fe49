package dev.rapport.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server that delivers nothing: every message becomes one {@code .eml} file. The names sort by arrival, and a
 * file appears only when it is complete.
 */
public final class MailSink implements AutoCloseable {

    private static final DateTimeFormatter ARRIVAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong received = new AtomicLong();
    private final SMTPServer server;

    private MailSink(Path folder, int port, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .softwareName("Rapport mail sink")
                .messageHandlerFactory(context -> new Receiver())
                .build();
    }

    /** Starts the server on a port of the loopback interface; messages of earlier runs stay in the folder. */
    public static MailSink start(Path folder, int port) {
        MailSink sink = new MailSink(Folders.create(folder), port, Clock.systemUTC());
        sink.server.start();
        return sink;
    }

    /** The port that the server listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Where the messages are. */
    public Path folder() {
        return folder;
    }

    /** Stops the server; the messages stay. */
    @Override
    public void close() {
        server.stop();
    }

    private void keep(InputStream message) throws IOException {
        String name = "%s-%06d".formatted(ARRIVAL.format(clock.instant()), received.incrementAndGet());
        Path growing = folder.resolve(name + ".part");
        Files.copy(message, growing);
        Files.move(growing, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** One SMTP transaction. Everybody may send, everybody may receive: the message alone counts. */
    private final class Receiver implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public String data(InputStream message) throws IOException {
            keep(message);
            return null;
        }

        @Override
        public void done() {}
    }
}
