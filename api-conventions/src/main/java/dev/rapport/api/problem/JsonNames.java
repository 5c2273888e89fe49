package dev.rapport.api.problem;

/** The JSON name of an enum constant: what its {@code json()} method says, or else its own name. */
final class JsonNames {

    private JsonNames() {}

    static String of(Object constant) {
        try {
            var json = constant.getClass().getMethod("json");
            // An enum that only its own package knows is told by name all the same.
            json.setAccessible(true);
            return String.valueOf(json.invoke(constant));
        } catch (ReflectiveOperationException e) {
            return String.valueOf(constant);
        }
    }
}
