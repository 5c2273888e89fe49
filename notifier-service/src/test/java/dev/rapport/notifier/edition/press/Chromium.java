package dev.rapport.notifier.edition.press;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, which shows a page as wide as it is told and lets axe-core judge it. */
record Chromium(String command) {

    /** Where the pictures stay, to be looked at. */
    private static final Path PICTURES = Path.of("target", "pages");

    /** The page stands in a frame, because a browser's window is never as narrow as a phone. */
    private static final String FRAME = """
            <!doctype html><html lang="en"><body style="margin:0">
            <iframe width="%d" height="%d" style="border:0" srcdoc="%s"></iframe>""";

    private static final String JUDGE = """
            <script>%s</script><script>
            axe.run().then(result => {
              const page = document.documentElement;
              const faults = result.violations.map(v => v.impact + ' ' + v.id + ' ' + v.nodes.map(n => n.target));
              if (page.scrollWidth > page.clientWidth) faults.push('wider than the screen');
              const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
              parent.document.body.dataset.seen = [innerWidth, scheme, ...faults].join('; ');
            });
            </script>""";

    private static final Pattern SEEN = Pattern.compile("data-seen=\"([^\"]*)\"");
    private static final int HEIGHT = 2400;

    /** The browser of this machine; empty when there is none. */
    static Optional<Chromium> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(command -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))))
                .findFirst()
                .map(Chromium::new);
    }

    /** What it saw: the page's width, its colour scheme, and every fault that axe-core found, parted by "; ". */
    String see(String name, String html, int width, String scheme) throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        var title = name + "-" + width + "-" + scheme;
        var frame = PICTURES.resolve(title + ".html").toAbsolutePath();
        Files.writeString(frame, FRAME.formatted(width, HEIGHT, quoted(html + JUDGE.formatted(axe()))));
        var seen = PICTURES.resolve(title + ".txt");
        var browser = new ProcessBuilder(List.of(
                        command,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--virtual-time-budget=10000",
                        "--user-data-dir=" + Files.createTempDirectory("rapport-browser"),
                        "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                        "--window-size=" + Math.max(width, 500) + "," + HEIGHT,
                        "--screenshot=" + PICTURES.resolve(title + ".png").toAbsolutePath(),
                        "--dump-dom",
                        frame.toUri().toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(seen.toFile())
                .start();
        if (!browser.waitFor(60, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            return "no end after a minute";
        }
        var verdict = SEEN.matcher(Files.readString(seen));
        return verdict.find() ? verdict.group(1) : "axe-core came to no verdict";
    }

    private static String quoted(String html) {
        return html.replace("&", "&amp;").replace("\"", "&quot;");
    }

    private static String axe() throws IOException {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
