package dev.rapport.stack.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Resident memory, in MiB. */
final class Memory {

    // Shared pages are divided among those who share them, so that the processes of a database server add up.
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

    private Memory() {}

    /** Of a process and all its descendants; empty when the system does not tell. */
    static OptionalLong resident(ProcessHandle process) {
        long kib = LongStream.concat(
                        LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid))
                .map(Memory::kib)
                .sum();
        return kib == 0 ? OptionalLong.empty() : OptionalLong.of((kib + 512) / 1024);
    }

    private static long kib(long pid) {
        try {
            Matcher found =
                    PROPORTIONAL.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup")));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return kibFromPs(pid);
        }
    }

    private static long kibFromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String told = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Stream.of(told)
                    .filter(text -> text.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
