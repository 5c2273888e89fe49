package dev.rapport.stack;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * The one stack of a test JVM. Quarkus loads test classes anew for every application it starts, so a static field of
 * theirs is not one per JVM; the system class loader's copy of this class is, and it stays usable until the end.
 */
public final class SharedStack {

    private static Map<String, String> settings;

    private SharedStack() {}

    /** The settings of the stack, which is started on the first call and stopped with the JVM. */
    static Map<String, String> settings() {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        try {
            Object found = system.loadClass(SharedStack.class.getName())
                    .getMethod("started")
                    .invoke(null);
            return castToSettings(found);
        } catch (ClassNotFoundException e) {
            return started();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The stack for tests does not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> castToSettings(Object found) {
        return (Map<String, String>) found;
    }

    /** For {@link #settings()} only, which calls the copy of this method that all class loaders share. */
    public static synchronized Map<String, String> started() {
        if (settings == null) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(SharedStack.class.getClassLoader());
            try {
                settings = start();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return settings;
    }

    private static Map<String, String> start() {
        LocalStack stack = LocalStack.forTests();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "local-stack-stop"));
        SigningKeys keys = SigningKeys.generate();
        return Map.ofEntries(
                Map.entry("jdbc.contacts", stack.jdbcUrl("contacts")),
                Map.entry("jdbc.engagement", stack.jdbcUrl("engagement")),
                Map.entry("jdbc.notifier", stack.jdbcUrl("notifier")),
                Map.entry("kafka", stack.bootstrapServers()),
                Map.entry("smtp.port", Integer.toString(stack.smtpPort())),
                Map.entry("mail.folder", stack.mailFolder().toString()),
                Map.entry("key.public", keys.publicKey()),
                Map.entry("key.private", keys.privateKey()));
    }
}
