package dev.rapport.system;

import dev.rapport.stack.StackPorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that fails every second time, each time in another way; at worst it takes a mail over and hangs up before it
 * says so.
 */
final class FlakyMailServer implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*<([^@>]+)@");
    private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:\\s*(.*)$");
    private static final int TRY_LATER = 451;
    private static final int CLOSING = 421;

    private final AtomicInteger conversations = new AtomicInteger();
    private final Map<String, List<Mail>> received = new ConcurrentHashMap<>();
    private final SMTPServer server;

    /** A mail that the server has, whether or not its sender knows. */
    record Mail(String recipient, String subject) {}

    FlakyMailServer() {
        server = SMTPServer.port(StackPorts.free().smtp())
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new Conversation(conversations.incrementAndGet()))
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** What came for recipients whose address contains this, by {@code Message-ID}. */
    Map<String, List<Mail>> received(String recipient) {
        var theirs = new ConcurrentHashMap<>(received);
        theirs.values().removeIf(mails -> !mails.get(0).recipient().contains(recipient));
        return theirs;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Conversation implements MessageHandler {

        private final int number;
        private String to;

        Conversation(int number) {
            this.number = number;
        }

        @Override
        public void from(String sender) throws RejectException {
            if (number % 8 == 1) {
                throw new RejectException(TRY_LATER, "try later");
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            to = recipient;
            if (number % 8 == 3) {
                throw new RejectException(TRY_LATER, "greylisted");
            }
        }

        @Override
        public String data(InputStream message) throws RejectException, IOException {
            var text = new String(message.readAllBytes(), StandardCharsets.UTF_8);
            if (number % 8 == 5) {
                throw new RejectException(TRY_LATER, "the disk is full");
            }
            var mail = new Mail(to, first(SUBJECT, text));
            received.merge(first(MESSAGE_ID, text), List.of(mail), FlakyMailServer::joined);
            if (number % 8 == 7) {
                throw new DropConnectionException(CLOSING, "closing");
            }
            return null;
        }

        @Override
        public void done() {}
    }

    private static List<Mail> joined(List<Mail> one, List<Mail> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String first(Pattern header, String message) {
        var found = header.matcher(message);
        return found.find() ? found.group(1).strip() : "none";
    }
}
