package dev.rapport.stack.launch;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for a packaged service: answers its health check, or dies at once if a file {@code die} lies beside it. */
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        if (Files.exists(Path.of(System.getProperty("java.class.path")).resolveSibling("die"))) {
            System.err.println("ERROR Failed to start: the table is gone");
            System.exit(1);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(System.getenv("QUARKUS_HTTP_HOST"), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
