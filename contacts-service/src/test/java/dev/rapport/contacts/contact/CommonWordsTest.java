package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CommonWordsTest {

    private static final int CONTACTS = 500;

    private final Client alex = Client.inNewWorkspace();

    @Inject
    DataSource database;

    @Inject
    CommonWords common;

    @AfterEach
    void forget() {
        common.learn(Map.of());
    }

    @Test
    void shouldKnowHowManyContactsHaveAWord() throws SQLException {
        var items = IntStream.range(0, CONTACTS)
                .mapToObj(
                        i -> Map.of("displayName", "Jane " + i, "title", i % 2 == 0 ? "Engineer" : "Engineering Lead"))
                .toList();
        alex.batch(Map.of("items", items)).then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze contact");
        }

        common.read();

        // Estimated from a sample of the contacts of all workspaces.
        var lexemes = Lexemes.in(alex.workspace());
        assertThat(common.matching(lexemes.wordBeginning("engin"))).isBetween(0.7 * CONTACTS, 1.3 * CONTACTS);
        assertThat(common.matching(lexemes.word("engineer"))).isBetween(0.3 * CONTACTS, 0.7 * CONTACTS);
        assertThat(common.matching(lexemes.wordBeginning("en"))).isBetween(0.7 * CONTACTS, 1.3 * CONTACTS);
        assertThat(common.matching(lexemes.wordBeginning("nurse"))).isZero();
    }

    @Test
    void shouldCountAllThatBeginAlike() {
        var lexemes = Lexemes.in(alex.workspace());
        common.learn(Map.of(
                lexemes.word("org").lexeme(), 100.0,
                lexemes.word("organist").lexeme(), 20.0,
                lexemes.word("orion").lexeme(), 3.0));

        assertThat(common.matching(lexemes.wordBeginning("org"))).isEqualTo(120);
        assertThat(common.matching(lexemes.word("org"))).isEqualTo(100);
        assertThat(common.matching(lexemes.wordBeginning("organ"))).isEqualTo(20);
        assertThat(common.matching(lexemes.wordBeginning("organs"))).isZero();
        assertThat(common.matching(Lexemes.in("another").wordBeginning("org"))).isZero();
    }
}
