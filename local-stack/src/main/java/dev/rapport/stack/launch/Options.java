package dev.rapport.stack.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of the form {@code --name value}. */
record Options(Map<String, String> values) {

    /** Reads the arguments of a command; one that is not known is a failure. */
    static Options of(List<String> arguments, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!known.contains(name)) {
                throw new LaunchFailure("Unknown option " + name + "; see ./rapport help.");
            }
            if (i + 1 == arguments.size()) {
                throw new LaunchFailure("Option " + name + " needs a value; see ./rapport help.");
            }
            values.put(name, arguments.get(i + 1));
        }
        return new Options(values);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int positive(String name, int otherwise) {
        String value = get(name, Integer.toString(otherwise));
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new LaunchFailure("Option " + name + " needs a number from 1 to 999999, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }
}
