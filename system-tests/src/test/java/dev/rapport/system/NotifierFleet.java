package dev.rapport.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Several instances of the notifier instead of the one that system tests share; any of them may be killed at any moment. */
final class NotifierFleet implements AutoCloseable {

    private static final List<String> TOPICS = List.of("contacts", "interactions", "signals", "relevance", "erasures");
    /**
     * A broker waits so long for a consumer that was killed; the least that it allows. And a JVM that lives for seconds starts
     * sooner without its second compiler.
     */
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1"
            + " -Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=6000"
            + " -Dmp.messaging.connector.smallrye-kafka.heartbeat.interval.ms=1500";

    private final RunningRapport rapport;
    private final Map<String, String> settings;
    private final List<RunningService> instances = new ArrayList<>();

    /** Ends the shared instance, which would do their work. */
    NotifierFleet(RunningRapport rapport, Map<String, String> settings) {
        this.rapport = rapport;
        this.settings = settings;
        rapport.notifier().kill();
    }

    /** Starts so many, which read every topic from the start, as a group of consumers does that is new. */
    void start(String group, int count) {
        var environment = new HashMap<>(settings);
        environment.put("JAVA_TOOL_OPTIONS", OPTIONS);
        TOPICS.forEach(topic -> environment.put(
                "MP_MESSAGING_INCOMING_" + topic.toUpperCase(Locale.ROOT) + "_GROUP_ID", group + "-" + topic));
        instances.clear();
        for (int i = 1; i <= count; i++) {
            var instance = rapport.notifier("notifier-" + i, environment);
            instance.start();
            instances.add(instance);
        }
        instances.forEach(rapport::awaitReady);
    }

    /** The groups that a start named so reads with. */
    static List<String> groups(String group) {
        return TOPICS.stream().map(topic -> group + "-" + topic).toList();
    }

    RunningService first() {
        return instances.get(0);
    }

    /** Kills one without farewell and starts it again; it takes its time to be there. */
    synchronized void killOne(Random random) {
        var instance = instances.get(random.nextInt(instances.size()));
        instance.kill();
        instance.start();
    }

    void killAll() {
        instances.forEach(RunningService::kill);
    }

    /** Ends them and brings the shared instance back. */
    @Override
    public void close() {
        killAll();
        rapport.notifier().start();
        rapport.awaitReady(rapport.notifier());
    }
}
