package dev.rapport.contacts.photo;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Photo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The pictures that the caller's workspace keeps, by their content. */
@ApplicationScoped
public class Photos {

    /** In bytes: 2 MiB. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final String KEEP = """
            insert into photo (workspace_id, sha256, media_type, data, kept_at)
            values (:workspace, :sha256, :mediaType, :data, :now)
            on conflict (workspace_id, sha256) do update set kept_at = excluded.kept_at""";

    private static final String BYTES = "select data from photo where workspace_id = :workspace and sha256 = :sha256";

    private final WorkspaceSql sql;
    private final Clock clock;

    @Inject
    Photos(WorkspaceSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Keeps a picture, once however often it comes: for a day, and from then on while a contact has it as its photo.
     *
     * @param mediaType what the bytes are said to be; null for whatever they are
     * @return what the contact's details say of it. 413 when it is larger than 2 MiB, 400 when it is no picture of the said
     *     kind
     */
    public Photo keep(byte[] bytes, String mediaType) {
        if (bytes.length > LARGEST) {
            throw ApiException.of(ProblemType.BODY_TOO_LARGE, "A photo may have at most " + LARGEST + " bytes.");
        }
        var type = ImageType.of(bytes)
                .map(ImageType::mediaType)
                .orElseThrow(() -> ApiException.invalid("photo", "must be a JPEG, PNG, GIF or WebP picture"));
        if (mediaType != null && !type.equals(mediaType)) {
            throw ApiException.invalid("photo", "must be " + mediaType + " as it says; it is " + type);
        }
        var photo = new Photo(type, bytes.length, sha256(bytes));
        sql.update(KEEP, Map.of("sha256", photo.sha256(), "mediaType", type, "data", bytes, "now", clock.instant()));
        return photo;
    }

    /** The picture with this hash, if the workspace has it. */
    public Optional<byte[]> bytes(String sha256) {
        return sql.first(BYTES, Map.of("sha256", sha256), row -> row.getBytes(1));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
