package dev.rapport.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker of one node (KRaft, no ZooKeeper) inside this process, on the loopback interface only. */
public final class LocalKafka implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /** Topics are created by the services that own them, with their own settings; a misspelt name is an error. */
    private static final Map<String, String> TOPICS = Map.of(
            "num.partitions", "6",
            "auto.create.topics.enable", "false");

    private static final Map<String, String> SINGLE_NODE = Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    /** For a laptop: quick starts and tens of megabytes instead of hundreds. */
    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.num.partitions", "4",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "16777216");

    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker; a folder that was never used is formatted first.
     *
     * @param folder where topics and offsets are, and stay after {@link #close()}
     * @param port on the loopback interface; the controller takes another one, free at the moment
     */
    public static LocalKafka start(Path folder, int port) {
        Path data = Folders.create(folder);
        Properties properties = properties(data, port, StackPorts.freePort());
        try {
            if (Files.notExists(data.resolve("meta.properties"))) {
                format(data, properties);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's folder cannot be written: " + data, e);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return new LocalKafka(server, port);
    }

    private static Properties properties(Path data, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                "listeners", "CLIENTS://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENTS",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", data.toString()));
        properties.putAll(TOPICS);
        properties.putAll(SINGLE_NODE);
        properties.putAll(SMALL);
        return properties;
    }

    private static void format(Path data, Properties properties) throws IOException {
        Path file = data.resolve("format.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        String[] command = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
        int status = StorageTool.execute(command, new PrintStream(told, true, StandardCharsets.UTF_8));
        Files.delete(file);
        if (status != 0) {
            throw new IOException("Kafka does not format " + data + ": " + told.toString(StandardCharsets.UTF_8));
        }
    }

    /** What clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops the broker; topics and offsets stay in the folder. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
