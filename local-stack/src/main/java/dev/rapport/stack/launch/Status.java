package dev.rapport.stack.launch;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.StackPorts;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code ./rapport status}: one line for each process. */
final class Status {

    private static final String ROW = "%-12s %8s  %-14s %7s  %s%n";

    private final Settings settings;
    private final PrintStream out;
    private final Health health = new Health();

    Status(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Prints the table. True when everything runs and is ready. */
    boolean print() {
        Processes processes = new Processes(settings);
        StackPorts ports = settings.ports().stack();
        out.printf(ROW, "process", "pid", "port", "MiB", "health");
        Optional<ProcessHandle> postgres = LocalStack.postgres(settings.home().data());
        boolean all = row("postgres", postgres, Integer.toString(ports.postgres()), postgres.isPresent());
        boolean stackReady = Files.exists(StackProcess.readyFile(settings.home()));
        all &= row("kafka, mail", processes.stack().process(), ports.kafka() + ", " + ports.smtp(), stackReady);
        for (ServiceProcess service : processes.services()) {
            boolean ready = health.isReady(service.url());
            all &= row(service.service().label(), service.part().process(), Integer.toString(service.port()), ready);
        }
        return all;
    }

    private boolean row(String name, Optional<ProcessHandle> process, String port, boolean ready) {
        if (process.isEmpty()) {
            out.printf(ROW, name, "-", port, "-", "not running");
            return false;
        }
        OptionalLong memory = Memory.resident(process.get());
        String mib = memory.isPresent() ? Long.toString(memory.getAsLong()) : "?";
        out.printf(ROW, name, process.get().pid(), port, mib, ready ? "ready" : "not ready");
        return ready;
    }
}
