package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.rapport.engagementclient.ApiClient;
import dev.rapport.engagementclient.ApiException;
import dev.rapport.engagementclient.api.InteractionsApi;
import dev.rapport.engagementclient.api.InteractionsApi.APIAddInteractionRequest;
import dev.rapport.engagementclient.api.InteractionsApi.APIAddInteractionsRequest;
import dev.rapport.engagementclient.api.InteractionsApi.APIPatchInteractionRequest;
import dev.rapport.engagementclient.api.RelevanceApi;
import dev.rapport.engagementclient.api.RelevanceApi.APIExplainRelevanceRequest;
import dev.rapport.engagementclient.api.RelevanceApi.APIGetRelevanceHistoryRequest;
import dev.rapport.engagementclient.api.RelevanceApi.APIListRelevanceRequest;
import dev.rapport.engagementclient.api.RepliesApi;
import dev.rapport.engagementclient.api.RepliesApi.APIListRepliesOwedRequest;
import dev.rapport.engagementclient.api.ScoringProfileApi;
import dev.rapport.engagementclient.api.ScoringProfileApi.APITryScoringProfileRequest;
import dev.rapport.engagementclient.api.SignalsApi;
import dev.rapport.engagementclient.api.SignalsApi.APIAddSignalRequest;
import dev.rapport.engagementclient.api.TimelineApi;
import dev.rapport.engagementclient.api.TimelineApi.APIGetTimelineRequest;
import dev.rapport.engagementclient.model.Direction;
import dev.rapport.engagementclient.model.Interaction;
import dev.rapport.engagementclient.model.InteractionBatch;
import dev.rapport.engagementclient.model.InteractionDetailsPatch;
import dev.rapport.engagementclient.model.InteractionKind;
import dev.rapport.engagementclient.model.NewInteraction;
import dev.rapport.engagementclient.model.NewScoringProfile;
import dev.rapport.engagementclient.model.NewSignal;
import dev.rapport.engagementclient.model.Relevance;
import dev.rapport.engagementclient.model.RelevanceOrder;
import dev.rapport.engagementclient.model.Share;
import dev.rapport.stack.TokenIssuer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that openapi-generator makes for Java from engagement-service's document does the main job. */
class EngagementClientIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String workspace = "ws-" + UUID.randomUUID();
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    private final ApiClient client = new ApiClient();
    private UUID jane;
    private UUID joe;

    @BeforeEach
    void connect() {
        var rapport = RunningRapport.get();
        var token = rapport.token(workspace, "alex", TokenIssuer.ALL_SCOPES);
        client.updateBaseUri(rapport.engagement().url().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        var alex = rapport.as(workspace, "alex");
        jane = UUID.fromString(alex.addContact("Jane Doe", "jane@" + workspace + ".example"));
        joe = UUID.fromString(alex.addContact("Joe Bloggs", "joe@" + workspace + ".example"));
    }

    @Test
    void shouldRankExplainAndShowTheCourseOfWhatWasRecorded() throws ApiException {
        var batch = new InteractionBatch()
                .items(List.of(
                        to("jane", 3),
                        to("jane", 10),
                        to("joe", 40),
                        to("jane", 1).direction(Direction.INBOUND)));
        var recorded = new InteractionsApi(client)
                .addInteractions(APIAddInteractionsRequest.newBuilder()
                        .interactionBatch(batch)
                        .build());
        assertThat(recorded.getAccepted()).isEqualTo(4);
        var relevance = new RelevanceApi(client);

        await().atMost(SOON).untilAsserted(() -> assertThat(relevance
                        .listRelevance(APIListRelevanceRequest.newBuilder()
                                .order(RelevanceOrder.STRONGEST)
                                .build())
                        .getItems())
                .extracting(Relevance::getContactId)
                .containsExactly(jane, joe));

        var weakest = relevance.listRelevance(APIListRelevanceRequest.newBuilder()
                .order(RelevanceOrder.WEAKEST)
                .build());
        assertThat(weakest.getItems().get(0).getDisplayName()).isEqualTo("Joe Bloggs");
        var explanation = relevance.explainRelevance(
                APIExplainRelevanceRequest.newBuilder().contactId(jane).build());
        assertThat(explanation.getShares().stream().mapToDouble(Share::getShare).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(explanation.getSummary()).isNotBlank();
        var history = relevance.getRelevanceHistory(APIGetRelevanceHistoryRequest.newBuilder()
                .contactId(jane)
                .from(now.minusDays(30))
                .to(now)
                .step("P5D")
                .build());
        assertThat(history.getPoints()).hasSizeGreaterThanOrEqualTo(7);
        var owed = new RepliesApi(client)
                .listRepliesOwed(APIListRepliesOwedRequest.newBuilder().build());
        assertThat(owed.getItems()).singleElement().satisfies(it -> assertThat(it.getContactId())
                .isEqualTo(jane));
        var trial = new ScoringProfileApi(client)
                .tryScoringProfile(APITryScoringProfileRequest.newBuilder()
                        .newScoringProfile(new NewScoringProfile().preset("chat"))
                        .build());
        assertThat(trial).isNotNull();
    }

    @Test
    void shouldCorrectWhatWasRecordedAndRefuseAnOldVersion() throws ApiException {
        var interactions = new InteractionsApi(client);
        Interaction added = interactions.addInteraction(APIAddInteractionRequest.newBuilder()
                .newInteraction(to("jane", 2).subject("Offr"))
                .idempotencyKey("engagement-1")
                .build());
        var patch = APIPatchInteractionRequest.newBuilder()
                .id(added.getId())
                .interactionDetailsPatch(new InteractionDetailsPatch().subject("Offer"))
                .ifMatch("\"999\"")
                .build();

        var stale = catchThrowableOfType(ApiException.class, () -> interactions.patchInteraction(patch));
        var corrected = interactions.patchInteraction(APIPatchInteractionRequest.newBuilder()
                .id(added.getId())
                .interactionDetailsPatch(new InteractionDetailsPatch().subject("Offer"))
                .build());

        assertThat(stale.getCode()).isEqualTo(412);
        assertThat(corrected.getSubject()).isEqualTo("Offer");
        assertThat(corrected.getKind()).isEqualTo(InteractionKind.EMAIL);
    }

    @Test
    void shouldTellSignalsAndInteractionsInOneTimeline() throws ApiException {
        var interaction = new InteractionsApi(client)
                .addInteraction(APIAddInteractionRequest.newBuilder()
                        .newInteraction(to("jane", 2))
                        .build());
        var signal = new SignalsApi(client)
                .addSignal(APIAddSignalRequest.newBuilder()
                        .newSignal(new NewSignal()
                                .contactId(jane)
                                .kind(NewSignal.KindEnum.PROMOTION)
                                .title("CTO at Acme")
                                .publishedAt(now.minusDays(1)))
                        .build());

        await().atMost(SOON).untilAsserted(() -> assertThat(new TimelineApi(client)
                        .getTimeline(APIGetTimelineRequest.newBuilder()
                                .contactId(jane)
                                .build())
                        .getItems())
                .extracting(it -> it.getId())
                .containsExactly(signal.getId(), interaction.getId()));
    }

    private NewInteraction to(String name, int daysAgo) {
        return new NewInteraction()
                .address(name + "@" + workspace + ".example")
                .kind(InteractionKind.EMAIL)
                .direction(Direction.OUTBOUND)
                .occurredAt(now.minusDays(daysAgo));
    }
}
