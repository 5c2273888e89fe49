package dev.rapport.stack.launch;

import dev.rapport.stack.SigningKeys;
import dev.rapport.stack.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code ./rapport token}: a bearer token for the services of this data folder. */
final class Token {

    static final String WORKSPACE = "demo";
    static final String MEMBER = "alex";
    private static final int DAYS = 30;

    private Token() {}

    /**
     * @param arguments {@code --workspace}, {@code --member}, {@code --scope} (several in one, parted by spaces),
     *     {@code --days}
     */
    static String of(Home home, List<String> arguments) {
        Options options = Options.of(arguments, Set.of("--workspace", "--member", "--scope", "--days"));
        String scopes = options.get("--scope", String.join(" ", TokenIssuer.ALL_SCOPES));
        try {
            return new TokenIssuer(SigningKeys.in(home.keys()))
                    .token(
                            options.get("--workspace", WORKSPACE),
                            options.get("--member", MEMBER),
                            List.of(scopes.strip().split("[ ,]+")),
                            Duration.ofDays(options.positive("--days", DAYS)));
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(e.getMessage());
        }
    }
}
