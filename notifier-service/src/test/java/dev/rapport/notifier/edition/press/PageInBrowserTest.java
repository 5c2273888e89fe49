package dev.rapport.notifier.edition.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page as a person sees it, on a phone and on a desk, by day and by night. */
@NotifierTest
class PageInBrowserTest {

    private static Chromium browser;

    @Inject
    PublishDue press;

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();

    @BeforeAll
    static void needBrowser() {
        var found = Chromium.find();
        assumeTrue(found.isPresent(), "chromium is not on the PATH: the page of the edition was not looked at");
        browser = found.get();
    }

    @Test
    void shouldHaveNoFaultInAnyWidthOrSchemeWhenTheEditionIsFull() throws Exception {
        var morning = new Morning(alex, press, database);
        var anna = UUID.randomUUID();
        morning.oweReply(anna, "Anna Berg");
        morning.oweReply(UUID.randomUUID(), "Tomás Herrera-Villanueva-Echeverría-Goikoetxea-Zubizarreta");
        var sam = UUID.randomUUID();
        morning.oweReply(sam, "Sam Sales");
        morning.touch(sam, InteractionKind.PITCH, Direction.INBOUND, Duration.ofHours(2));
        for (var kind : new SignalKind[] {SignalKind.POST, SignalKind.PROMOTION}) {
            var signal = Told.signal(anna, kind, "Head of Donaudampfschifffahrtsgesellschaften", Instant.now());
            Told.publish(SignalEvent.TOPIC, alex.workspace(), signal);
            Morning.patiently()
                    .until(() ->
                            morning.count("select count(*) from signal where signal_id = '" + signal.signalId() + "'")
                                    == 1);
        }
        morning.publish(Morning.of(0));

        shouldHaveNoFault("full", Morning.date(0));
    }

    @Test
    void shouldHaveNoFaultInAnyWidthOrSchemeWhenThereIsNothing() throws Exception {
        alex.prefer("{\"emptyEdition\": \"send\", \"language\": \"de\"}");
        new Morning(alex, press, database).publish(Morning.of(0));

        shouldHaveNoFault("empty", Morning.date(0));
    }

    private void shouldHaveNoFault(String name, String date) throws Exception {
        var page = alex.call().get("/v1/editions/" + date + "?format=html");
        assertThat(page.statusCode()).isEqualTo(200);
        for (int width : new int[] {390, 1280}) {
            for (var scheme : new String[] {"light", "dark"}) {
                assertThat(browser.see(name, page.asString(), width, scheme)).isEqualTo(width + "; " + scheme);
            }
        }
    }
}
