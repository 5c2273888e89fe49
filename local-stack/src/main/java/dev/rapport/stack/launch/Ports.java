package dev.rapport.stack.launch;

import dev.rapport.stack.StackPorts;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ports of everything; each can be changed by an environment variable {@code RAPPORT_PORT_<NAME>}. */
record Ports(Map<Service, Integer> services, StackPorts stack) {

    private static final String VARIABLE = "RAPPORT_PORT_";

    /** The standard ports, except where the environment says otherwise. */
    static Ports of(Map<String, String> environment) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, service.name(), service.standardPort()));
        }
        StackPorts standard = StackPorts.STANDARD;
        StackPorts stack = new StackPorts(
                port(environment, "POSTGRES", standard.postgres()),
                port(environment, "KAFKA", standard.kafka()),
                port(environment, "SMTP", standard.smtp()));
        Ports ports = new Ports(services, stack);
        ports.refuseTwins();
        return ports;
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        String value = environment.getOrDefault(VARIABLE + name, Integer.toString(standard));
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new LaunchFailure(VARIABLE + name + "=" + value + " is no port: give a number from 1 to 65535.");
    }

    /** Every port by the name that its variable ends in. */
    Map<String, Integer> byName() {
        Map<String, Integer> all = new LinkedHashMap<>();
        services.forEach((service, port) -> all.put(service.name(), port));
        all.put("POSTGRES", stack.postgres());
        all.put("KAFKA", stack.kafka());
        all.put("SMTP", stack.smtp());
        return all;
    }

    /** The variables that name these ports. */
    Map<String, String> environment() {
        return byName().entrySet().stream()
                .collect(Collectors.toMap(port -> VARIABLE + port.getKey(), port -> Integer.toString(port.getValue())));
    }

    private void refuseTwins() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byName().forEach((name, port) -> Optional.ofNullable(seen.put(port, name))
                .ifPresent(twin -> {
                    throw new LaunchFailure(VARIABLE + name + " and " + VARIABLE + twin + " are both " + port
                            + ": give them different ports.");
                }));
    }

    /** Fails with the first port, in the order of {@link #byName()}, that another program listens on. */
    void requireFree() {
        byName().forEach((name, port) -> {
            if (!StackPorts.isFree(port)) {
                throw new LaunchFailure("Port " + port + " (" + name.toLowerCase(Locale.ROOT)
                        + ") is taken by another program; choose another: " + VARIABLE + name + "=" + suggestion(port)
                        + " ./rapport up");
            }
        });
    }

    private static int suggestion(int port) {
        int free = port;
        do {
            free = free < 65_525 ? free + 10 : 1_024;
        } while (!StackPorts.isFree(free));
        return free;
    }
}
