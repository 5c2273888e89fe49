package dev.rapport.stack.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where things are, for one call of {@code ./rapport}.
 *
 * @param project the folder that holds the modules
 * @param home the data folder, {@code .rapport} in the project unless {@code RAPPORT_HOME} names another
 */
record Settings(Path project, Home home, Ports ports) {

    /** From the environment that the script {@code rapport} has prepared. */
    static Settings of(Map<String, String> environment) {
        Path project = Path.of(environment.getOrDefault("RAPPORT_PROJECT", ""))
                .toAbsolutePath()
                .normalize();
        String home = environment.getOrDefault("RAPPORT_HOME", "");
        Path folder = home.isBlank() ? project.resolve(".rapport") : Path.of(home);
        return new Settings(project, new Home(folder.toAbsolutePath().normalize()), Ports.of(environment));
    }

    /** The environment from which another process reads the same settings. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ports.environment());
        environment.put("RAPPORT_PROJECT", project.toString());
        environment.put("RAPPORT_HOME", home.folder().toString());
        return environment;
    }
}
