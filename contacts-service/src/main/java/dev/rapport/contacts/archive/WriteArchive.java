package dev.rapport.contacts.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.security.CurrentMember;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes the archive of the caller's workspace. */
@ApplicationScoped
class WriteArchive {

    private final List<ArchivePart> parts;
    private final CurrentMember member;
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;

    @Inject
    WriteArchive(
            @All List<ArchivePart> parts,
            CurrentMember member,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.parts = parts;
        this.member = member;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /** Writes all parts, then the manifest. What changes meanwhile may be in it or not. */
    void to(OutputStream out) throws IOException {
        var archive = new Archive(out, json);
        for (var part : parts) {
            part.write(archive);
        }
        archive.finish(member.workspace(), service, clock.instant());
    }
}
