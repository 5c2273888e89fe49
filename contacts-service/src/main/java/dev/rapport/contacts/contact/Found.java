package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact that a search has found.
 *
 * @param distance how far its name is from what was asked: see {@link #DISTANCE}
 */
record Found(Contact contact, int distance) {

    /** The columns that {@link #read} needs of {@code c}. */
    static final String COLUMNS = "c.distance, " + ContactRow.COLUMNS;

    static final int BEGUN = 1;
    static final int NAMED = 2;
    static final int OTHER = 3;

    /** Whether the words are in the name. */
    static final String IS_NAMED = "c.words @@ :named::tsquery";

    /** The name is what was asked, begins so, has all the words, or has not. */
    static final String DISTANCE = """
            case when c.name_key = :asked then 0
                 when starts_with(c.name_key, :asked) then %d
                 when %s then %d
                 else %d end""".formatted(BEGUN, IS_NAMED, NAMED, OTHER);

    static final String BY_DISTANCE = "c.distance, c.name_key, c.id";

    /** What follows a {@link Position} in that order. */
    static final String AFTER_DISTANCE =
            "(c.distance, c.name_key, c.id) > (:afterDistance::int, :afterKey::text, :afterId::uuid)";

    static Found read(ResultSet row) throws SQLException {
        return new Found(ContactRow.read(row), row.getInt("distance"));
    }

    /** Where to go on after it in this list. */
    Cursor cursor(String list, ContactSort sort) {
        var key = sort == null ? SearchWords.fold(contact.details().name()) : sort.keyOf(contact);
        return Cursor.of(list, distance, key, contact.id());
    }

    /** The last contact of the page before. */
    record Position(int distance, String key, UUID id) {

        /** Empty without a cursor; one of another list is refused. */
        static Optional<Position> read(String list, String cursor) {
            return Cursor.read(
                    list,
                    cursor,
                    key -> new Position(Integer.parseInt(key.get(0)), key.get(1), UUID.fromString(key.get(2))));
        }

        /** Of the conditions on what follows. */
        Map<String, Object> parameters() {
            return Map.of("afterDistance", distance, "afterKey", key, "afterId", id.toString());
        }
    }
}
