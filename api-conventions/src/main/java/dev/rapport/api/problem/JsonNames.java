package dev.rapport.api.problem;

/** The JSON name of an enum constant: what its {@code json()} method says, or else its own name. */
final class JsonNames {

    private JsonNames() {}

    static String of(Object constant) {
        try {
            return String.valueOf(constant.getClass().getMethod("json").invoke(constant));
        } catch (ReflectiveOperationException e) {
            return String.valueOf(constant);
        }
    }
}
