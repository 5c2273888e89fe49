package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.rapport.client.ApiClient;
import dev.rapport.client.ApiException;
import dev.rapport.client.api.CirclesApi;
import dev.rapport.client.api.ContactsApi;
import dev.rapport.client.api.ContactsApi.APIAddContactRequest;
import dev.rapport.client.api.ContactsApi.APIGetContactRequest;
import dev.rapport.client.api.ContactsApi.APIListContactsRequest;
import dev.rapport.client.api.ImportsApi;
import dev.rapport.client.api.ImportsApi.APIImportContactsRequest;
import dev.rapport.client.api.MergesApi;
import dev.rapport.client.model.Cadence;
import dev.rapport.client.model.CadencePatch;
import dev.rapport.client.model.CirclePatch;
import dev.rapport.client.model.Contact;
import dev.rapport.client.model.ContactImportState;
import dev.rapport.client.model.MemberChanges;
import dev.rapport.client.model.MergeRequest;
import dev.rapport.client.model.NewCircle;
import dev.rapport.client.model.NewContact;
import dev.rapport.stack.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Circles, imports and merges through the client that openapi-generator makes for Java. */
class JavaClientMergesIT {

    private static final String VCARDS = """
            BEGIN:VCARD\r
            VERSION:4.0\r
            FN:Ann Archer\r
            EMAIL:ann@example.org\r
            END:VCARD\r
            BEGIN:VCARD\r
            VERSION:4.0\r
            FN:Bea Baker\r
            EMAIL:bea@example.org\r
            END:VCARD\r
            """;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ApiClient client = new ApiClient();
    private ContactsApi contacts;

    @BeforeEach
    void connect() {
        var rapport = RunningRapport.get();
        var token = rapport.token("ws-" + UUID.randomUUID(), "alex", TokenIssuer.ALL_SCOPES);
        client.updateBaseUri(rapport.contacts().url().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        contacts = new ContactsApi(client);
    }

    @Test
    void shouldPutContactsIntoACircle() throws ApiException {
        var circles = new CirclesApi(client);
        var ann = add(new NewContact().displayName("Ann"), null).getId();
        var circle = circles.addCircle(new NewCircle().name("Key clients").cadence(new Cadence().ideal("P30D")), null);

        var changed = circles.changeCircleMembers(circle.getId(), new MemberChanges().add(List.of(ann)), null);
        var patched =
                circles.patchCircle(circle.getId(), new CirclePatch().cadence(new CadencePatch().longest("P60D")), "*");

        assertThat(changed.getAccepted()).isEqualTo(1);
        assertThat(patched.getCadence())
                .isEqualTo(new Cadence().ideal("P30D").longest("P60D").counting(List.of()));
        assertThat(circles.listCircleMembers(circle.getId(), null, null, null).getItems())
                .extracting(Contact::getId)
                .containsExactly(ann);
    }

    @Test
    void shouldImportAFile() throws ApiException {
        var imports = new ImportsApi(client);

        var accepted = imports.importContacts(
                APIImportContactsRequest.newBuilder().body(VCARDS).build());

        await().atMost(SOON)
                .until(() -> imports.getContactImport(accepted.getId()).getState() == ContactImportState.DONE);
        assertThat(contacts.listContacts(APIListContactsRequest.newBuilder().build())
                        .getItems())
                .extracting(Contact::getDisplayName)
                .containsExactlyInAnyOrder("Ann Archer", "Bea Baker");
    }

    @Test
    void shouldMergeContactsAndUndoIt() throws ApiException {
        var merges = new MergesApi(client);
        var one = add(new NewContact().displayName("Ann").emails(List.of("a@example.org")), null);
        var other = add(new NewContact().displayName("Annie").phones(List.of("+4930123456")), null);

        var merged = merges.mergeContacts(one.getId(), new MergeRequest().contacts(List.of(other.getId())), null, "*");
        var gone = catchThrowableOfType(
                ApiException.class,
                () -> contacts.getContact(
                        APIGetContactRequest.newBuilder().id(other.getId()).build()));
        merges.undoMerge(merged.getMergeId());

        assertThat(merged.getPhones()).isEqualTo(other.getPhones());
        assertThat(gone.getCode()).isEqualTo(308);
        assertThat(gone.getResponseHeaders().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(one.getId().toString()));
        assertThat(contacts.getContact(APIGetContactRequest.newBuilder()
                                .id(one.getId())
                                .build())
                        .getPhones())
                .isEmpty();
        assertThat(contacts.getContact(APIGetContactRequest.newBuilder()
                                .id(other.getId())
                                .build())
                        .getPhones())
                .isEqualTo(other.getPhones());
    }

    private Contact add(NewContact contact, String key) throws ApiException {
        return contacts.addContact(APIAddContactRequest.newBuilder()
                .newContact(contact)
                .idempotencyKey(key)
                .build());
    }
}
