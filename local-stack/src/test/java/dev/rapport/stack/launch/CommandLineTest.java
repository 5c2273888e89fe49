package dev.rapport.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Settings settings;
    private Launcher launcher;

    @BeforeEach
    void create() {
        settings = Settings.of(Map.of("RAPPORT_PROJECT", folder.toString()));
        launcher = new Launcher(settings, new PrintStream(told, true, StandardCharsets.UTF_8), false);
    }

    @Test
    void shouldKeepTheDataBesideTheScriptWhenNoFolderIsNamed() {
        assertThat(settings.home().folder()).isEqualTo(folder.resolve(".rapport"));
        assertThat(Settings.of(Map.of("RAPPORT_PROJECT", "/p", "RAPPORT_HOME", "/elsewhere/x"))
                        .home()
                        .folder())
                .isEqualTo(Path.of("/elsewhere/x"));
    }

    @Test
    void shouldPrintATokenForTheNamedMemberWhenAskedForOne() {
        // When
        int exitCode = launcher.run(List.of(
                "token",
                "--workspace",
                "acme",
                "--member",
                "kim",
                "--scope",
                "contacts:read notifier:read",
                "--days",
                "2"));

        // Then
        assertThat(exitCode).isZero();
        assertThat(claims())
                .contains("\"sub\":\"kim\"", "\"workspace\":\"acme\"", "\"scope\":\"contacts:read notifier:read\"");
    }

    @Test
    void shouldLetTheTokenDoEverythingWhenNoScopeIsNamed() {
        launcher.run(List.of("token"));
        assertThat(claims()).contains("\"workspace\":\"demo\"", "contacts:write engagement:read engagement:write");
    }

    @Test
    void shouldSayWhatIsWrongWhenAnArgumentIs() {
        failsWith(List.of("token", "--user", "kim"), "Unknown option --user");
        failsWith(List.of("token", "--member"), "Option --member needs a value");
        failsWith(List.of("token", "--member", "a b"), "Not a member");
        failsWith(List.of("token", "--days", "0"), "Option --days needs a number");
        failsWith(List.of("up", "now"), "Too much said: now");
        failsWith(List.of("start"), "Unknown command start");
        failsWith(List.of("mail", "1"), "There is no message 1");
        failsWith(List.of("demo", folder.resolve("absent.csv").toString()), "There is no file");
        failsWith(List.of("demo", folder.toString()), "There is no file");
    }

    @Test
    void shouldSayThatNothingRunsWhenNothingDoes() {
        assertThat(launcher.run(List.of("status"))).isEqualTo(1);
        assertThat(launcher.run(List.of("down"))).isZero();
        assertThat(told()).contains("not running").endsWith("Rapport was not running.\n");
    }

    @Test
    void shouldListAndPrintMailsWhenTheSinkHasSome() throws Exception {
        // Given
        Path mail = Files.createDirectories(settings.home().mail());
        Files.writeString(mail.resolve("20260301T080000.000000Z-000001.eml"), """
        From: news@rapport.local
        To: alex@rapport.local
        Date: Sun, 1 Mar 2026 08:00:00 +0000
        Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/html; charset=UTF-8

        <p>no</p>
        --b
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: quoted-printable

        Sch=C3=B6nen Tag
        --b--
        """.replace("\n", "\r\n"));

        // When
        launcher.run(List.of("mail"));
        launcher.run(List.of("mail", "1"));

        // Then
        assertThat(told())
                .contains("   1  Sun, 1 Mar 2026 08:00:00 +0000  alex@rapport.local  Grüße\n")
                .contains("1 messages in " + mail)
                .contains("Subject: Grüße\n\nSchönen Tag\n")
                .doesNotContain("<p>");
    }

    @Test
    void shouldShrinkObjectHeadersOnlyWhenTheRuntimeKnowsHow() {
        ServiceProcess service = new ServiceProcess(settings, Service.CONTACTS);
        assertThat(service.arguments(25)).contains("-XX:+UseCompactObjectHeaders");
        assertThat(service.arguments(24)).doesNotContain("-XX:+UseCompactObjectHeaders");
    }

    private void failsWith(List<String> arguments, String message) {
        assertThatThrownBy(() -> launcher.run(arguments))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(message);
    }

    private String claims() {
        return new String(Base64.getUrlDecoder().decode(told().split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
