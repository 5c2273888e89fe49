package dev.rapport.notifier.batch;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Advisory locks until the end of the transaction. Whoever plans holds its contacts, then, shared, their members; whoever
 * changes a member's preferences holds that member alone and no contact. So nobody plans from what another is about to
 * change, and nobody waits in a circle: both take their locks in ascending order, contacts before members.
 */
public final class Locks {

    private static final String EXCLUSIVE = "select pg_advisory_xact_lock(k) from unnest(?::int8[]) as k";
    private static final String SHARED = "select pg_advisory_xact_lock_shared(k) from unnest(?::int8[]) as k";

    private Locks() {}

    /** Holds contacts: waits for every other transaction that holds one of them. */
    public static void contacts(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        take(
                transaction,
                EXCLUSIVE,
                contacts,
                contact -> key("contact", contact.workspace(), contact.contactId() + ""));
    }

    /** Holds members' preferences as they are: waits for every transaction that is changing them. */
    public static void habitsOf(Connection transaction, Collection<MemberKey> members) throws SQLException {
        take(transaction, SHARED, members, member -> key("member", member.workspace(), member.member()));
    }

    /** Holds a member's preferences to change them: waits for every transaction that plans by them. */
    public static void changing(Connection transaction, MemberKey member) throws SQLException {
        take(transaction, EXCLUSIVE, List.of(member), it -> key("member", it.workspace(), it.member()));
    }

    /** The key under which one instance at a time tells a member what is due. */
    public static long telling(MemberKey member) {
        return key("telling", member.workspace(), member.member());
    }

    private static <K> void take(Connection transaction, String sql, Collection<K> locked, Function<K, Long> key)
            throws SQLException {
        Object[] keys = locked.stream()
                .map(key)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toArray();
        try (var lock = transaction.prepareStatement(sql)) {
            lock.setArray(1, transaction.createArrayOf("int8", keys));
            lock.execute();
        }
    }

    /** The first 64 bits of a name-based UUID: two names that share them wait for each other, no more. */
    private static long key(String what, String workspace, String name) {
        var text = what + '\u001f' + workspace + '\u001f' + name;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }
}
