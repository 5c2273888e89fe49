package dev.rapport.contacts.photo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class SweepPhotosTest {

    private static final String PNG = "image/png";

    private final Client alex = Client.inNewWorkspace();
    private final Member member = new Member(alex.workspace(), alex.member());
    private final byte[] picture = png("picture");

    @Inject
    SweepPhotos sweep;

    @Inject
    Photos photos;

    @Inject
    OnBehalf onBehalf;

    @Inject
    DataSource database;

    @Test
    void shouldSweepOnlyWhatNobodyHasAnyMore() throws SQLException {
        var present = photographed(picture);
        var binned = photographed(png("binned"));
        var changed = photographed(png("once"));
        var sha = alex.get(changed).<String>path("photo.sha256");
        alex.delete(binned, "*");
        put(changed, "\"2\"", picture);
        var binnedSha =
                onBehalf.of(member, () -> photos.keep(png("binned"), null)).sha256();

        sweep.sweep();
        assertThat(kept(sha)).as("a day's grace").isTrue();
        age("2 days");
        sweep.sweep();

        assertThat(kept(sha)).isFalse();
        assertThat(kept(binnedSha)).isTrue();
        assertThat(alex.request().get(photo(present)).asByteArray()).isEqualTo(picture);
        assertThat(alex.request().get(photo(changed)).asByteArray()).isEqualTo(picture);
    }

    @Test
    void shouldBeSafeForAnotherDayWhenItIsHandedInAgain() throws SQLException {
        var sha = onBehalf.of(member, () -> photos.keep(picture, PNG)).sha256();
        age("2 days");
        onBehalf.of(member, () -> photos.keep(picture, PNG));

        sweep.sweep();

        assertThat(kept(sha)).isTrue();
    }

    private String photographed(byte[] bytes) {
        var id = alex.add(Map.of("displayName", "Jane"));
        put(id, "\"1\"", bytes);
        return id;
    }

    private void put(String id, String etag, byte[] bytes) {
        alex.request()
                .header("If-Match", etag)
                .contentType(PNG)
                .body(bytes)
                .put(photo(id))
                .then()
                .statusCode(200);
    }

    private boolean kept(String sha256) {
        return onBehalf.of(member, () -> photos.bytes(sha256).isPresent());
    }

    private void age(String interval) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update photo set kept_at = kept_at - ?::interval where workspace_id = ?")) {
            update.setString(1, interval);
            update.setString(2, alex.workspace());
            update.executeUpdate();
        }
    }

    private static String photo(String id) {
        return Client.CONTACTS + "/" + id + "/photo";
    }

    private static byte[] png(String rest) {
        return ("\u0089PNG\r\n\u001a\n" + rest).getBytes(StandardCharsets.ISO_8859_1);
    }
}
