package dev.rapport.messaging;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a database of the local stack, from this process or another. */
final class Databases {

    private Databases() {}

    static DataSource at(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("rapport");
        source.setPassword("rapport");
        return source;
    }
}
