package dev.rapport.contacts.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings of the tests give one workspace three requests a minute. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class RateLimitTest {

    private static final Pattern STATE = Pattern.compile("\"workspace\";r=(\\d+);t=(\\d+)");

    @Test
    void shouldRefuseOneWorkspaceThatAsksTooMuchAndNoOther() {
        var limited = Client.of("ws-limited", "alex");
        for (int left = 2; left >= 0; left--) {
            var answer = limited.request().get(Client.CONTACTS);
            answer.then().statusCode(200).header("RateLimit-Policy", "\"workspace\";q=3;w=60");
            var state = STATE.matcher(answer.header("RateLimit"));
            assertThat(state.matches()).isTrue();
            assertThat(state.group(1)).isEqualTo(Integer.toString(left));
        }

        var refused = limited.request().get(Client.CONTACTS);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:too-many-requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(refused.header("RateLimit")).startsWith("\"workspace\";r=0;t=");
        Client.of("ws-limited", "bea").request().get(Client.CONTACTS).then().statusCode(429);
        Client.inNewWorkspace().request().get(Client.CONTACTS).then().statusCode(200);
    }

    @Test
    void shouldNotCountWhatHasNoValidToken() {
        given().get(Client.CONTACTS).then().statusCode(401).header("RateLimit", (String) null);
        given().get("/q/health/ready").then().statusCode(200).header("RateLimit", (String) null);
    }
}
