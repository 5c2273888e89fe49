package dev.rapport.stack.launch;

import dev.rapport.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The background process that holds PostgreSQL, Kafka and the mail sink, until it is told to end. */
final class StackProcess {

    private static final Logger ROOT = Logger.getLogger("");
    private static final int LOG_BYTES = 10 << 20;

    private StackProcess() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(System.getenv());
        logTo(settings.home());
        LocalStack stack = start(settings);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, ended), "stack-stop"));
        Files.createFile(readyFile(settings.home()));
        ended.await();
    }

    /** Exists once everything in this process can be used. */
    static Path readyFile(Home home) {
        return home.run().resolve("stack.ready");
    }

    private static LocalStack start(Settings settings) {
        try {
            return LocalStack.in(settings.home().data(), settings.ports().stack());
        } catch (RuntimeException e) {
            ROOT.log(Level.SEVERE, "outcome=failed cause=\"" + e.getMessage() + "\"", e);
            System.exit(1);
            throw e;
        }
    }

    private static void stop(LocalStack stack, CountDownLatch ended) {
        try {
            stack.close();
        } finally {
            ended.countDown();
        }
    }

    /** One file, begun afresh when it has grown to its limit. */
    private static void logTo(Home home) throws IOException {
        LogManager.getLogManager().reset();
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
        String file = home.logs().resolve("stack.log").toString().replace("%", "%%");
        FileHandler handler = new FileHandler(file, LOG_BYTES, 1, true);
        handler.setFormatter(new SimpleFormatter());
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.WARNING);
    }
}
