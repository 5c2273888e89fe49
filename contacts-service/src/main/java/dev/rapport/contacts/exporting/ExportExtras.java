package dev.rapport.contacts.exporting;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.photo.Photos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What contacts of the caller's workspace refer to, as a file needs it that is read elsewhere. */
@ApplicationScoped
class ExportExtras {

    private static final String CIRCLES =
            "select id, name from circle where workspace_id = :workspace and id = any(:ids::uuid[])";

    private static final String TYPES = "select key, type from custom_field where workspace_id = :workspace";

    private final WorkspaceSql sql;
    private final Photos photos;

    @Inject
    ExportExtras(WorkspaceSql sql, Photos photos) {
        this.sql = sql;
        this.photos = photos;
    }

    /** The names of circles. */
    Map<UUID, String> circleNames(Collection<UUID> circles) {
        var names = new HashMap<UUID, String>();
        if (!circles.isEmpty()) {
            sql.list(
                    CIRCLES,
                    Map.of("ids", circles),
                    row -> names.put(row.getObject("id", UUID.class), row.getString("name")));
        }
        return names;
    }

    /** The types of all custom fields, by their keys. */
    Map<String, String> customFieldTypes() {
        var types = new HashMap<String, String>();
        sql.list(TYPES, Map.of(), row -> types.put(row.getString("key"), row.getString("type")));
        return types;
    }

    /** The bytes of a photo; empty when they are gone. */
    Optional<byte[]> photo(String sha256) {
        return photos.bytes(sha256);
    }
}
