package dev.rapport.notifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers recipients as a script says, and 250 after the script's end. */
public final class ScriptedSmtp implements AutoCloseable {

    /** The answer of a server that has stopped answering. */
    public static final String SILENCE = "";

    private final ServerSocket server;
    private final Thread acceptor;
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    public ScriptedSmtp(String... answersToRecipients) throws IOException {
        answers.addAll(List.of(answersToRecipients));
        server = new ServerSocket(Integer.getInteger("test.smtp.port"), 50, InetAddress.getByName("localhost"));
        acceptor = start(this::accept);
    }

    /** Every recipient named so far. */
    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    /** The port is free again afterwards: it is not before the thread that accepts has left the socket. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                clients.add(client);
                start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 test");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say(client, answer(line, in));
            }
        } catch (IOException e) {
            // The client left; the test sees by what is missing.
            return;
        }
    }

    private String answer(String line, BufferedReader in) throws IOException {
        if (line.startsWith("RCPT")) {
            recipients.add(line);
            var scripted = answers.poll();
            return scripted == null ? "250 ok" : scripted;
        }
        if (line.startsWith("DATA")) {
            return "354 go";
        }
        if (!line.matches("[A-Z]{4}( .*)?")) {
            for (var content = line; content != null && !content.equals("."); ) {
                content = in.readLine();
            }
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String text) throws IOException {
        if (text.equals(SILENCE)) {
            return;
        }
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
