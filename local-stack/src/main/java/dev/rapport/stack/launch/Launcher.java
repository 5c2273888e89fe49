package dev.rapport.stack.launch;

import java.io.PrintStream;
import java.util.List;

/** What the script {@code rapport} hands over to, once a Java runtime is chosen and everything is built. */
public final class Launcher {

    private final Settings settings;
    private final PrintStream out;
    private final boolean terminal;

    Launcher(Settings settings, PrintStream out, boolean terminal) {
        this.settings = settings;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Carries out one command.
     *
     * @param arguments up, down, status, token, mail or demo, and its options
     */
    public static void main(String[] arguments) {
        System.exit(exitCode(List.of(arguments)));
    }

    private static int exitCode(List<String> arguments) {
        try {
            boolean terminal = "yes".equals(System.getenv("RAPPORT_TERMINAL"));
            return new Launcher(Settings.of(System.getenv()), System.out, terminal).run(arguments);
        } catch (LaunchFailure e) {
            System.err.println("rapport: " + e.getMessage());
            return 1;
        }
    }

    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (command) {
            case "up" -> up(rest);
            case "demo" -> demo(rest);
            case "down" -> down(rest);
            case "status" -> status(rest);
            case "token" -> token(rest);
            case "mail" -> mail(rest);
            default -> throw new LaunchFailure("Unknown command " + command + "; see ./rapport help.");
        };
    }

    private int up(List<String> arguments) {
        refuse(arguments);
        new Up(settings, out, terminal).run();
        printUrls();
        return 0;
    }

    private int demo(List<String> arguments) {
        List<String> files = Demo.readable(arguments);
        new Up(settings, out, terminal).run();
        int exitCode = new Demo(settings).run(files);
        printUrls();
        return exitCode;
    }

    private int down(List<String> arguments) {
        refuse(arguments);
        Processes processes = new Processes(settings);
        boolean ran = processes.someRun();
        processes.stop();
        out.println(
                ran
                        ? "Rapport is stopped; its data stays in "
                                + settings.home().folder() + "."
                        : "Rapport was not running.");
        return 0;
    }

    private int status(List<String> arguments) {
        refuse(arguments);
        return new Status(settings, out).print() ? 0 : 1;
    }

    private int token(List<String> arguments) {
        out.println(Token.of(settings.home(), arguments));
        return 0;
    }

    private int mail(List<String> arguments) {
        new Mailbox(settings.home().mail(), out).print(arguments);
        return 0;
    }

    private static void refuse(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new LaunchFailure("Too much said: " + String.join(" ", arguments) + "; see ./rapport help.");
        }
    }

    private void printUrls() {
        out.println();
        for (ServiceProcess service : new Processes(settings).services()) {
            out.printf(
                    "%-11s %s   Swagger UI %s/q/swagger-ui%n", service.service().label(), service.url(), service.url());
        }
        ServiceProcess engagement = new ServiceProcess(settings, Service.ENGAGEMENT);
        out.println();
        out.println("curl -H \"Authorization: Bearer $(./rapport token)\" " + engagement.url() + "/v1/relevance");
        out.println("Data and logs are in " + settings.home().folder()
                + "; ./rapport mail lists sent mails, ./rapport down stops.");
    }
}
