package dev.rapport.stack.launch;

import dev.rapport.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All background processes of one data folder. */
record Processes(Settings settings) {

    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(15);
    // The database writes out what it has in memory before it ends.
    private static final Duration STACK_LIMIT = Duration.ofSeconds(30);

    Part stack() {
        return new Part(settings.home(), Part.STACK);
    }

    List<ServiceProcess> services() {
        return Stream.of(Service.values())
                .map(service -> new ServiceProcess(settings, service))
                .toList();
    }

    private Stream<Part> all() {
        return Stream.concat(Stream.of(stack()), services().stream().map(ServiceProcess::part));
    }

    boolean allRun() {
        return all().allMatch(part -> part.process().isPresent());
    }

    boolean someRun() {
        return all().anyMatch(part -> part.process().isPresent());
    }

    /** Stops the services together, then what they lean on, and clears away what killed processes left behind. */
    void stop() {
        services().parallelStream().forEach(service -> service.part().stop(SERVICE_LIMIT));
        stack().stop(STACK_LIMIT);
        LocalStack.stopLeftBehind(settings.home().data());
    }
}
