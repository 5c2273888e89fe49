package dev.rapport.contacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is the one that is served. After a wanted change: {@code -Dcontracts.write=true} writes it. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("../docs/openapi/contacts-service.yaml");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private static final ObjectMapper SORTED = YAML.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void shouldCommitTheDocumentThatIsServed() throws IOException {
        var json = given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, YAML.writeValueAsString(new ObjectMapper().readTree(json)));
        }

        assertThat(sorted(Files.readString(COMMITTED)))
                .as("after a wanted change of the API, run this test with -Dcontracts.write=true and commit the file")
                .isEqualTo(sorted(json));
    }

    /** Reads JSON as the YAML that it is. */
    private static String sorted(String document) throws IOException {
        return SORTED.writeValueAsString(SORTED.readValue(document, Object.class));
    }
}
