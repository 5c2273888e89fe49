package dev.rapport.contacts.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactPhotoTest {

    private static final String PNG = "image/png";
    private static final String ANY = "*";

    private final Client alex = Client.inNewWorkspace();
    private final byte[] picture = png("picture");

    @Inject
    Photos photos;

    @Inject
    OnBehalf onBehalf;

    @Test
    void shouldShowTheSameBytesWhenAPhotoWasPut() {
        var jane = alex.add(Map.of("displayName", "Jane"));

        var put = put(jane, "\"1\"", PNG, picture);

        put.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("photo.mediaType", equalTo(PNG))
                .body("photo.size", equalTo(picture.length))
                .body("displayName", equalTo("Jane"));
        var got = alex.request().get(photo(jane));
        got.then()
                .statusCode(200)
                .contentType(PNG)
                .header("ETag", '"' + put.<String>path("photo.sha256") + '"')
                .header("Content-Security-Policy", "default-src 'none'")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(got.header("Cache-Control")).contains("private");
        assertThat(got.asByteArray()).isEqualTo(picture);
        alex.get(jane).then().header("ETag", "\"2\"");
    }

    @Test
    void shouldAnswerNotModifiedWhileThePhotoIsTheSame() {
        var jane = photographed(picture);
        var etag = alex.request().get(photo(jane)).header("ETag");

        var same = alex.request().header("If-None-Match", etag).get(photo(jane));
        put(jane, ANY, PNG, png("another")).then().statusCode(200);
        var other = alex.request().header("If-None-Match", etag).get(photo(jane));

        same.then().statusCode(304).header("ETag", etag).header("X-Content-Type-Options", "nosniff");
        other.then().statusCode(200);
        assertThat(other.asByteArray()).isEqualTo(png("another"));
    }

    @Test
    void shouldKeepTheVersionWhenTheSamePhotoIsPutAgain() {
        var jane = photographed(picture);

        put(jane, "\"2\"", PNG, picture).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void shouldHaveNoPhotoWhenItWasDeletedOrNeverSet() {
        var jane = alex.add(Map.of("displayName", "Jane"));
        alex.request().get(photo(jane)).then().statusCode(404).contentType("application/problem+json");
        delete(jane, ANY).then().statusCode(404);
        put(jane, "\"1\"", PNG, picture);

        delete(jane, "\"2\"").then().statusCode(204);

        alex.request().get(photo(jane)).then().statusCode(404);
        alex.get(jane).then().header("ETag", "\"3\"").body("photo", nullValue());
    }

    @Test
    void shouldHoldOnToThePhotoUnlessAPatchClearsIt() {
        var jane = photographed(picture);

        alex.patch(jane, "\"2\"", Map.of("title", "CEO")).then().body("photo.mediaType", equalTo(PNG));
        alex.patch(jane, "\"3\"", "{\"photo\": null}").then().body("photo", nullValue());
    }

    @Test
    void shouldAskForTheContactsVersion() {
        var jane = photographed(picture);

        alex.request().contentType(PNG).body(picture).put(photo(jane)).then().statusCode(428);
        alex.request().delete(photo(jane)).then().statusCode(428);
        put(jane, "\"1\"", PNG, picture).then().statusCode(412);
        delete(jane, "\"1\"").then().statusCode(412);
        put(jane, "nonsense", PNG, picture).then().statusCode(400);
    }

    @Test
    void shouldRefuseWhatIsNoPictureOfItsKind() {
        var jane = alex.add(Map.of("displayName", "Jane"));

        put(jane, ANY, "image/jpeg", picture).then().statusCode(400);
        put(jane, ANY, PNG, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
        put(jane, ANY, PNG, new byte[0]).then().statusCode(400);
        put(jane, ANY, "image/svg+xml", picture).then().statusCode(415);
        put(jane, ANY, "application/octet-stream", picture).then().statusCode(415);
        alex.get(jane).then().header("ETag", "\"1\"");
    }

    @Test
    void shouldTakeTwoMebibytesAndNoMore() {
        var jane = alex.add(Map.of("displayName", "Jane"));

        put(jane, ANY, PNG, Arrays.copyOf(picture, Photos.LARGEST + 1)).then().statusCode(413);
        put(jane, ANY, PNG, Arrays.copyOf(picture, 5 * 1024 * 1024)).then().statusCode(413);
        put(jane, ANY, PNG, Arrays.copyOf(picture, Photos.LARGEST)).then().statusCode(200);
        assertThat(alex.request().get(photo(jane)).asByteArray()).hasSize(Photos.LARGEST);
    }

    @Test
    void shouldAnswerAsForAnUnknownIdWhenTheContactIsAnotherWorkspaces() {
        var theirs = photographed(picture);
        var unknown = UUID.randomUUID().toString();
        var stranger = Client.inNewWorkspace();
        List<Function<String, Response>> requests = List.of(
                id -> stranger.request().get(photo(id)),
                id -> stranger.request().header("If-Match", ANY).delete(photo(id)),
                id -> stranger.request()
                        .header("If-Match", ANY)
                        .contentType(PNG)
                        .body(picture)
                        .put(photo(id)));

        assertThat(requests).allSatisfy(request -> {
            var answer = request.apply(theirs);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).isEqualTo(request.apply(unknown).asString());
        });
        assertThat(kept(stranger, alex.get(theirs).path("photo.sha256"))).isFalse();
    }

    private String photographed(byte[] bytes) {
        var id = alex.add(Map.of("displayName", "Jane"));
        put(id, "\"1\"", PNG, bytes).then().statusCode(200);
        return id;
    }

    private Response put(String id, String etag, String type, byte[] bytes) {
        return alex.request()
                .header("If-Match", etag)
                .contentType(type)
                .body(bytes)
                .put(photo(id));
    }

    private Response delete(String id, String etag) {
        return alex.request().header("If-Match", etag).delete(photo(id));
    }

    private boolean kept(Client client, String sha256) {
        return onBehalf.of(member(client), () -> photos.bytes(sha256).isPresent());
    }

    private static Member member(Client client) {
        return new Member(client.workspace(), client.member());
    }

    private static String photo(String id) {
        return Client.CONTACTS + "/" + id + "/photo";
    }

    private static byte[] png(String rest) {
        return ("\u0089PNG\r\n\u001a\n" + rest).getBytes(StandardCharsets.ISO_8859_1);
    }
}
