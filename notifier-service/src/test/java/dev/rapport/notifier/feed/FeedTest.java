package dev.rapport.notifier.feed;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;

@NotifierTest
class FeedTest {

    private final Api alex = Api.ofNewWorkspace();

    @Inject
    DataSource database;

    @Test
    void shouldShowOpenRemindersToAnotherCalendarLibraryUntilTheFeedIsRevoked() throws Exception {
        // Given
        publish(
                ContactEvent.TOPIC,
                alex.workspace(),
                contact(UUID.randomUUID(), 1, "alex", "Anna; \"Berg\", née Åse", Told.MONTHLY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> alex.get("/v1/reminders").getList("items").size() == 1);

        // When
        var feed = alex.post("/v1/feeds", "{\"kind\": \"reminders_ical\"}");
        var path = URI.create(feed.getString("url")).getPath();
        var answer = given().get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar; charset=utf-8");
        var text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        var event = new CalendarBuilder()
                .build(new StringReader(text))
                .<CalendarComponent>getComponent(Component.VEVENT)
                .orElseThrow();
        assertThat(event.getRequiredProperty("SUMMARY").getValue())
                .isEqualTo("Keep in touch with Anna; \"Berg\", née Åse");
        assertThat(event.getRequiredProperty("UID").getValue())
                .startsWith(alex.get("/v1/reminders").getString("items[0].id"));
        assertThat(event.getProperty("DTSTAMP")).isPresent();
        assertThat(event.getProperty("SEQUENCE")).isPresent();
        given().header("If-None-Match", answer.header("ETag")).get(path).then().statusCode(304);
        alex.prefer("{\"language\": \"de\"}");
        assertThat(new String(given().get(path).asByteArray(), StandardCharsets.UTF_8))
                .contains("SUMMARY:Bleib in Kontakt mit Anna");
        assertThat(alex.get("/v1/feeds").getString("items[0].url")).isNull();

        alex.call().delete("/v1/feeds/" + feed.getString("id")).then().statusCode(204);
        given().get(path).then().statusCode(404);
        given().get("/feeds/nonsense.ics").then().statusCode(404);
    }

    @Test
    void shouldShowTheEditionsToAnyAtomReader() throws Exception {
        var id = UUID.randomUUID();
        edition(id, """
                {"sections": [{"title": "News", "items": [{"reason": "Anna & <b>Bo</b> wrote\\u0008"}]}]}""");
        var path = URI.create(
                        alex.post("/v1/feeds", "{\"kind\": \"editions_atom\"}").getString("url"))
                .getPath();

        var answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var atom = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
        var space = "http://www.w3.org/2005/Atom";
        assertThat(atom.getDocumentElement().getNamespaceURI()).isEqualTo(space);
        var entry = (org.w3c.dom.Element)
                atom.getElementsByTagNameNS(space, "entry").item(0);
        assertThat(entry.getElementsByTagNameNS(space, "id").item(0).getTextContent())
                .isEqualTo("urn:uuid:" + id);
        assertThat(entry.getElementsByTagNameNS(space, "title").item(0).getTextContent())
                .isEqualTo("Your edition of Monday, 2 March 2026");
        assertThat(entry.getElementsByTagNameNS(space, "content").item(0).getTextContent())
                .contains("Anna & <b>Bo</b> wrote");
        given().header("If-None-Match", answer.header("ETag")).get(path).then().statusCode(304);
    }

    private void edition(UUID id, String content) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into edition (workspace_id, member, local_date, id, composed_at, late, item_count, content)
                        values (?, 'alex', date '2026-03-02', ?, now(), false, 1, ?::jsonb)""")) {
            insert.setString(1, alex.workspace());
            insert.setObject(2, id);
            insert.setString(3, content);
            insert.executeUpdate();
        }
    }
}
