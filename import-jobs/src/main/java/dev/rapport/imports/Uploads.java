package dev.rapport.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Files on their way into the database: piece by piece, each in a transaction of its own, as one that lasts as long as an
 * upload would hold up everything that waits for the oldest. Until it is whole, a file belongs to no import that can be seen.
 */
@ApplicationScoped
public class Uploads {

    private static final String BEGIN = """
            insert into %s (workspace_id, id, member, state, settings, lease_until, created_at)
            values (:workspace, :id, :member, 'uploading', :settings::jsonb,
                clock_timestamp() + make_interval(secs => :patience), :at)""";

    private static final String ADD = """
            with upload as (
                update %1$s set lease_until = clock_timestamp() + make_interval(secs => :patience)
                where workspace_id = :workspace and id = :id and state = 'uploading'
                returning id
            )
            insert into %2$s (workspace_id, import_id, nr, bytes)
            select :workspace, id, :nr, :bytes from upload""";

    private static final String PIECE = """
            select bytes from %s
            where workspace_id = :workspace and import_id = :id and nr = :nr""";

    private static final String DISCARD =
            "delete from %s where workspace_id = :workspace and id = :id and state = 'uploading'";

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final ImportNames names;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    Uploads(WorkspaceSql sql, CurrentMember member, ImportKind<?> kind, ImportConfig config, Clock clock) {
        this.sql = sql;
        this.member = member;
        this.names = kind.names();
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores a file. 400 when it is empty; one that breaks off leaves nothing.
     *
     * @param settings what the client says of it, to be stored as JSON
     */
    public Upload store(InputStream file, Object settings) {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        sql.update(
                BEGIN.formatted(names.table()),
                Map.of(
                        "id", id,
                        "member", member.id(),
                        "settings", StoredJson.write(settings),
                        "patience", patience(),
                        "at", clock.instant()));
        boolean isStored = false;
        try {
            var upload = store(id, file, settings);
            isStored = true;
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        } finally {
            if (!isStored) {
                discard(id);
            }
        }
    }

    /** Removes an upload that has not become an import. */
    public void discard(UUID id) {
        sql.update(DISCARD.formatted(names.table()), Map.of("id", id));
    }

    /** The file of an import. */
    StoredFile open(ImportJob job) {
        var piece = PIECE.formatted(names.chunks());
        return new StoredFile(
                job.size(), nr -> sql.first(piece, Map.of("id", job.id(), "nr", nr), row -> row.getBytes("bytes")));
    }

    private Upload store(UUID id, InputStream file, Object settings) throws IOException {
        var hash = sha256();
        int most = (int) config.chunk().asLongValue();
        long size = 0;
        int nr = 0;
        for (var piece = file.readNBytes(most); piece.length > 0; piece = file.readNBytes(most)) {
            hash.update(piece);
            size += piece.length;
            add(id, nr++, piece);
        }
        if (size == 0) {
            throw ApiException.invalid("body", "must be the file");
        }
        return new Upload(id, size, HexFormat.of().formatHex(hash.digest()), settings);
    }

    private void add(UUID id, int nr, byte[] piece) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("nr", nr);
        parameters.put("bytes", piece);
        parameters.put("patience", patience());
        if (sql.update(ADD.formatted(names.table(), names.chunks()), parameters) == 0) {
            throw new IllegalStateException("the upload was given up");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private double patience() {
        return config.uploadPatience().toSeconds();
    }
}
