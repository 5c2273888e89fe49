package dev.rapport.demo;

import dev.rapport.demo.network.UnusableInput;
import dev.rapport.demo.rest.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the services are, in whose name to speak, and where the note of the last import lies.
 *
 * @param addresses base address of each service, without a slash at the end
 * @param token bearer token
 * @param home data folder of the installation
 * @param terminal whether a person watches standard output
 */
record Settings(Map<Service, URI> addresses, String token, Path home, boolean terminal) {

    /** Reads the environment; a missing or malformed variable is named. */
    static Settings of(Map<String, String> environment) {
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (Service service : Service.values()) {
            addresses.put(service, address(service, required(environment, service.variable())));
        }
        return new Settings(
                addresses,
                required(environment, "RAPPORT_TOKEN").strip(),
                Path.of(required(environment, "RAPPORT_HOME")),
                "yes".equals(environment.get("RAPPORT_TERMINAL")));
    }

    private static URI address(Service service, String value) {
        try {
            URI address = URI.create(value.strip().replaceAll("/+$", ""));
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableInput(service.variable() + " is not an address: " + value, e);
        }
        throw new UnusableInput(service.variable() + " is not an address: " + value);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new UnusableInput(name + " is not set. Start the demo with ./rapport demo");
        }
        return value;
    }
}
