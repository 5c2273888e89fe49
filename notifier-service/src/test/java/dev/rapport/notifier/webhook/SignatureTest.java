package dev.rapport.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.api.problem.ApiException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void shouldMatchTheVectorOfTheSpecification() {
        var signature = Signature.of(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldSignWithEverySecretThatIsValid() {
        var other = Secrets.orNew(null);

        var signature = Signature.of(List.of(other, SECRET), "id", AT, "{}");

        assertThat(signature.split(" "))
                .containsExactly(
                        Signature.of(List.of(other), "id", AT, "{}"), Signature.of(List.of(SECRET), "id", AT, "{}"));
    }

    @Test
    void shouldTakeAPartnersOwnSecretAndOtherwiseMakeOneOf32Bytes() {
        assertThat(Secrets.orNew(SECRET)).isEqualTo(SECRET);
        assertThat(Secrets.key(Secrets.orNew(null))).hasSize(32);
        assertThat(Secrets.orNew(null)).isNotEqualTo(Secrets.orNew(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_%%%"})
    void shouldRefuseWhatIsNoSecret(String own) {
        assertThatThrownBy(() -> Secrets.orNew(own)).isInstanceOf(ApiException.class);
    }

    @Test
    void shouldRefuseASecretThatIsTooLong() {
        var own = "whsec_" + Base64.getEncoder().encodeToString(new byte[65]);

        assertThatThrownBy(() -> Secrets.orNew(own)).isInstanceOf(ApiException.class);
    }
}
