package dev.rapport.notifier.batch;

import dev.rapport.events.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/** One contact of one workspace. */
public record ContactKey(String workspace, UUID contactId) implements Comparable<ContactKey> {

    private static final Comparator<ContactKey> ORDER =
            Comparator.comparing(ContactKey::workspace).thenComparing(ContactKey::contactId);

    /** The contact that an event is about. */
    public static ContactKey of(Event<?> event) {
        return new ContactKey(event.workspace(), event.data().contactId());
    }

    /** The contact that the columns {@code workspace_id} and this one name. */
    public static ContactKey read(ResultSet row, String column) throws SQLException {
        return new ContactKey(row.getString("workspace_id"), row.getObject(column, UUID.class));
    }

    @Override
    public int compareTo(ContactKey other) {
        return ORDER.compare(this, other);
    }
}
