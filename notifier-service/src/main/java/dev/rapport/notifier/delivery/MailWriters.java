package dev.rapport.notifier.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who writes the mails of which category; what has no writer of its own is told in a few sentences. */
@ApplicationScoped
class MailWriters {

    private final Map<String, MailWriter> byCategory;

    @Inject
    MailWriters(@All List<MailWriter> writers) {
        byCategory = writers.stream().collect(Collectors.toMap(MailWriter::category, writer -> writer));
    }

    Mail write(Claimed claimed) throws SQLException {
        var writer = byCategory.get(claimed.category());
        return writer == null
                ? ShortMail.of(claimed.language(), claimed.title(), claimed.body())
                : writer.write(claimed);
    }
}
