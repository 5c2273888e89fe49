package dev.rapport.engagement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.openapi.CommittedDocument;
import dev.rapport.openapi.ServedDocument;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever builds a client finds all that there is to know in the document. {@code -Dcontracts.write=true} commits it anew. */
@EngagementTest
class OpenApiDocumentTest {

    private String served;

    @BeforeEach
    void read() {
        served = given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void shouldCommitTheDocumentThatIsServed() throws IOException {
        var committed = CommittedDocument.of("engagement-service");
        committed.renew(served);

        assertThat(committed.normal())
                .as("after a wanted change of the API, run this test with -Dcontracts.write=true and commit the file")
                .isEqualTo(CommittedDocument.normal(served));
    }

    @Test
    void shouldTellAllThatAClientNeeds() throws IOException {
        var document = ServedDocument.of(served);

        assertThat(document.size()).isGreaterThanOrEqualTo(8);
        assertThat(document.faults()).isEmpty();
    }
}
