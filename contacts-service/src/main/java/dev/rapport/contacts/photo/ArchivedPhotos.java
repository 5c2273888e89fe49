package dev.rapport.contacts.photo;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.archive.Archive;
import dev.rapport.contacts.archive.ArchivePart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The pictures of a workspace, in its archive: each under its hash, by which contacts name it. */
@ApplicationScoped
class ArchivedPhotos implements ArchivePart {

    private static final String NEXT = """
            select sha256, data from photo
            where workspace_id = :workspace and sha256 > :after
            order by sha256 limit 1""";

    private final WorkspaceSql sql;

    @Inject
    ArchivedPhotos(WorkspaceSql sql) {
        this.sql = sql;
    }

    @Override
    public void write(Archive archive) throws IOException {
        for (var it = next(""); it.isPresent(); it = next(it.get().sha256())) {
            archive.file("photos", it.get().sha256(), it.get().data());
        }
    }

    private Optional<Picture> next(String after) {
        return sql.first(NEXT, Map.of("after", after), row -> new Picture(row.getString(1), row.getBytes(2)));
    }

    private record Picture(String sha256, byte[] data) {}
}
