package dev.rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The three ports, all on the loopback address, that other processes use to reach a {@link LocalStack}. */
public record StackPorts(int postgres, int kafka, int smtp) {

    /** The documented ports of the launcher. */
    public static final StackPorts STANDARD = new StackPorts(15432, 19092, 11025);

    // Below every system's range of ephemeral ports, so that no outgoing connection takes one between choice and use.
    private static final int LOWEST_FREE = 20_000;
    private static final int HIGHEST_FREE = 32_000;

    // A port that was chosen is free until its server starts: it must not be chosen for a second one.
    private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

    /** Three different ports on which nothing listens right now. */
    public static StackPorts free() {
        return new StackPorts(freePort(), freePort(), freePort());
    }

    /** A port on which nothing listens right now; never the same one twice in the life of this JVM. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
            if (isFree(port) && CHOSEN.add(port)) {
                return port;
            }
        }
    }

    /** True when a server could listen on the port of the loopback address. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell whether port " + port + " is free", e);
        }
    }
}
