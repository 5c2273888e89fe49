package dev.rapport.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.stack.LocalStack;
import dev.rapport.stack.StackPorts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real stack and the real background processes, with small stand-ins for the services. */
class UpAndDownTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Settings settings;
    private Processes processes;

    @BeforeEach
    void layOut() throws Exception {
        StackPorts services = StackPorts.free();
        StackPorts stack = StackPorts.free();
        Map<Service, Integer> ports = Map.of(
                Service.CONTACTS, services.postgres(),
                Service.ENGAGEMENT, services.kafka(),
                Service.NOTIFIER, services.smtp());
        settings = new Settings(folder, new Home(folder.resolve("my data")), new Ports(ports, stack));
        processes = new Processes(settings);
        for (Service service : Service.values()) {
            packageFake(folder.resolve(service.module()).resolve("target/quarkus-app"));
        }
    }

    @AfterEach
    void stopWhatIsLeft() {
        processes.stop();
    }

    @Test
    void shouldRunEverythingOnceWhenUpIsCalledTwice() {
        // When
        int first = run("up");
        List<Long> pids = pids();
        int second = run("up");

        // Then
        assertThat(first).isZero();
        assertThat(second).isZero();
        assertThat(pids()).isEqualTo(pids);
        assertThat(told()).contains("contacts ready, engagement ready, notifier ready", "Rapport is already running.");
        assertThat(run("status")).isZero();
        assertThat(processes.stack().log()).exists();
        assertThat(run("down")).isZero();
        assertThat(pids()).isEmpty();
        assertThat(LocalStack.postgres(settings.home().data())).isEmpty();
        assertThatCode(settings.ports()::requireFree).doesNotThrowAnyException();
    }

    @Test
    void shouldStartAfreshWhenAnEarlierRunWasKilled() {
        // Given
        run("up");
        ProcessHandle orphan = LocalStack.postgres(settings.home().data()).orElseThrow();
        kill(processes.stack());
        kill(new Part(settings.home(), "notifier"));
        assertThat(orphan.isAlive()).isTrue();
        assertThat(run("status")).isEqualTo(1);

        // When
        int exitCode = run("up");

        // Then
        assertThat(exitCode).isZero();
        assertThat(orphan.isAlive()).isFalse();
        assertThat(told()).contains("Only a part of Rapport is running; stopping it to start afresh.");
        assertThat(run("status")).isZero();
    }

    @Test
    void shouldNameTheServiceAndItsLastErrorWhenItDiesAtItsStart() throws Exception {
        // Given
        Files.createFile(folder.resolve("engagement-service/target/quarkus-app/die"));

        // When
        assertThatThrownBy(() -> run("up"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("engagement died at its start: ERROR Failed to start: the table is gone (log: "
                        + settings.home().logs().resolve("engagement.out") + ")");

        // Then
        assertThat(pids()).isEmpty();
        assertThat(LocalStack.postgres(settings.home().data())).isEmpty();
    }

    private int run(String command) {
        return new Launcher(settings, new PrintStream(told, true, StandardCharsets.UTF_8), false).run(List.of(command));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private List<Long> pids() {
        return Stream.of("stack", "contacts", "engagement", "notifier")
                .flatMap(name -> new Part(settings.home(), name).process().stream())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void kill(Part part) {
        ProcessHandle process = part.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void packageFake(Path application) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(application);
        try (OutputStream file = Files.newOutputStream(application.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream fake = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            fake.transferTo(jar);
        }
    }
}
