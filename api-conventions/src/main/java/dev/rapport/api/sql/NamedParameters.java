package dev.rapport.api.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with {@code :names} in place of question marks.
 *
 * @param sql with question marks
 * @param names the parameter of each question mark
 */
record NamedParameters(String sql, List<String> names) {

    /** Skips string literals, comments and casts; finds {@code :name}. */
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|::|:([a-z][A-Za-z0-9]*)");

    static NamedParameters parse(String text) {
        var names = new ArrayList<String>();
        var sql = TOKEN.matcher(text).replaceAll(token -> {
            if (token.group(1) == null) {
                return Matcher.quoteReplacement(token.group());
            }
            names.add(token.group(1));
            return "?";
        });
        return new NamedParameters(sql, List.copyOf(names));
    }

    void bind(PreparedStatement statement, Map<String, Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            }
            statement.setObject(i + 1, jdbc(statement.getConnection(), values.get(name)));
        }
    }

    private static Object jdbc(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof Collection<?> many) {
            return connection.createArrayOf(arrayType(many), many.toArray());
        }
        return value;
    }

    private static String arrayType(Collection<?> many) {
        if (many.isEmpty()) {
            return "text";
        }
        var first = many.iterator().next();
        if (first instanceof UUID) {
            return "uuid";
        }
        if (first instanceof Long || first instanceof Integer) {
            return "bigint";
        }
        if (first instanceof String) {
            return "text";
        }
        throw new IllegalArgumentException("no array of " + first.getClass());
    }
}
