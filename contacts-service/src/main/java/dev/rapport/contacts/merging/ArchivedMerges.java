package dev.rapport.contacts.merging;

import dev.rapport.contacts.archive.Archive;
import dev.rapport.contacts.archive.ArchivePart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;

/** The merges of a workspace, in its archive: who stands for whom. */
@ApplicationScoped
class ArchivedMerges implements ArchivePart {

    private static final int PAGE = 200;

    private final Merges merges;
    private final Clock clock;

    @Inject
    ArchivedMerges(Merges merges, Clock clock) {
        this.merges = merges;
        this.clock = clock;
    }

    @Override
    public void write(Archive archive) throws IOException {
        archive.ndjson("merges.ndjson", this::lines);
    }

    private void lines(Archive.Line line) throws IOException {
        String cursor = null;
        do {
            var page = merges.list(null, PAGE, cursor);
            for (var merge : page.items()) {
                line.write(MergeView.of(merge, clock.instant()));
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
