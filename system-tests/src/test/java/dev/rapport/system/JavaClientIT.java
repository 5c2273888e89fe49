package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rapport.client.ApiClient;
import dev.rapport.client.ApiException;
import dev.rapport.client.api.ContactsApi;
import dev.rapport.client.api.ContactsApi.APIAddContactRequest;
import dev.rapport.client.api.ContactsApi.APIAddContactsRequest;
import dev.rapport.client.api.ContactsApi.APIDeleteContactRequest;
import dev.rapport.client.api.ContactsApi.APIGetContactRequest;
import dev.rapport.client.api.ContactsApi.APIListContactsRequest;
import dev.rapport.client.api.ContactsApi.APIPatchContactRequest;
import dev.rapport.client.model.Anniversary;
import dev.rapport.client.model.Cadence;
import dev.rapport.client.model.CadencePatch;
import dev.rapport.client.model.Contact;
import dev.rapport.client.model.ContactBatchItem;
import dev.rapport.client.model.ContactChange;
import dev.rapport.client.model.ContactChanges;
import dev.rapport.client.model.ContactDeletion;
import dev.rapport.client.model.ContactDeletions;
import dev.rapport.client.model.ContactPage;
import dev.rapport.client.model.ContactPatch;
import dev.rapport.client.model.ContactSort;
import dev.rapport.client.model.InteractionKind;
import dev.rapport.client.model.NewContact;
import dev.rapport.client.model.NewContacts;
import dev.rapport.client.model.Problem;
import dev.rapport.client.model.Relationship;
import dev.rapport.stack.TokenIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The client that openapi-generator makes for Java compiles and does the main job. Calls take request objects, which stay
 * as they are when an operation gets another parameter.
 */
class JavaClientIT {

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
    void shouldReadWhatWasAdded() throws ApiException {
        var added = add(juergen(), "java-1");

        var answer = contacts.getContactWithHttpInfo(
                APIGetContactRequest.newBuilder().id(added.getId()).build());

        var read = answer.getData();
        assertThat(read).isEqualTo(added);
        assertThat(read.getDisplayName()).isEqualTo("Jürgen Groß");
        assertThat(read.getBirthday()).isEqualTo("--04-12");
        assertThat(read.getLabels()).containsEntry("juergen@example.org", "work");
        assertThat(read.getCadence().getLongest()).isEqualTo("P30D");
        assertThat(read.getAnniversaries()).extracting(Anniversary::getDate).containsExactly("2001-06-30");
        assertThat(read.getCreatedAt()).isEqualTo(read.getUpdatedAt());
        assertThat(answer.getHeaders().get("ETag")).containsExactly("\"" + read.getVersion() + "\"");
        assertThat(add(juergen(), "java-1").getId()).isEqualTo(added.getId());
    }

    @Test
    void shouldListAndSearch() throws ApiException {
        var wanted = add(juergen(), null);
        for (var name : List.of("Ann", "Bea", "Cleo")) {
            add(new NewContact().displayName(name), null);
        }

        var names = new ArrayList<String>();
        ContactPage page = null;
        do {
            page = contacts.listContacts(APIListContactsRequest.newBuilder()
                    .sort(ContactSort.NAME)
                    .limit(3)
                    .cursor(page == null ? null : page.getNext())
                    .build());
            page.getItems().forEach(it -> names.add(it.getDisplayName()));
        } while (page.getNext() != null);
        var found = contacts.listContacts(
                APIListContactsRequest.newBuilder().q("jurgen").total(true).build());

        assertThat(names).containsExactly("Ann", "Bea", "Cleo", "Jürgen Groß");
        assertThat(found.getItems()).extracting(Contact::getId).containsExactly(wanted.getId());
        assertThat(found.getTotal()).isEqualTo(1);
    }

    @Test
    void shouldChangeWhatThePatchNamesAndRefuseAnOldVersion() throws ApiException, JsonProcessingException {
        var added = add(juergen(), null);
        var etag = "\"" + added.getVersion() + "\"";
        var labels = new HashMap<String, String>();
        labels.put("juergen@example.org", null);
        var patch = new ContactPatch()
                .title("Director")
                .notes(null)
                .labels(labels)
                .cadence(new CadencePatch().longest("P60D"));

        var request = APIPatchContactRequest.newBuilder()
                .id(added.getId())
                .contactPatch(patch)
                .ifMatch(etag)
                .build();

        var changed = contacts.patchContact(request);
        var stale = problem(412, () -> contacts.patchContact(request));

        assertThat(changed.getTitle()).isEqualTo("Director");
        assertThat(changed.getNotes()).isNull();
        assertThat(changed.getLabels()).isNullOrEmpty();
        assertThat(changed.getCadence()).isEqualTo(added.getCadence().longest("P60D"));
        assertThat(changed.getEmails()).isEqualTo(added.getEmails());
        assertThat(stale.getType()).isEqualTo("urn:rapport:problem:precondition-failed");
        assertThat(stale.getDetail()).contains("\"" + changed.getVersion() + "\"");
    }

    @Test
    void shouldTellTheFieldAtFault() throws JsonProcessingException {
        var bad = new NewContact().displayName("Ann").emails(List.of("nonsense"));

        var problem = problem(400, () -> add(bad, null));

        assertThat(problem.getViolations()).singleElement().satisfies(it -> assertThat(it.getField())
                .isEqualTo("emails[0]"));
    }

    @Test
    void shouldAddChangeAndDeleteInBatches() throws ApiException {
        var good = new NewContact().displayName("Ann");
        var added = contacts.addContacts(APIAddContactsRequest.newBuilder()
                .newContacts(new NewContacts().items(Arrays.asList(good, new NewContact().displayName(" "))))
                .build());
        var ann = added.getResults().get(0);
        var changed = contacts.patchContacts(new ContactChanges()
                .items(List.of(new ContactChange()
                        .id(ann.getId())
                        .version(ann.getVersion())
                        .patch(new ContactPatch().nickname("Annie")))));
        var version = changed.getResults().get(0).getVersion();
        var deleted = contacts.deleteContacts(new ContactDeletions()
                .items(List.of(new ContactDeletion().id(ann.getId()).version(version))));

        assertThat(added.getResults()).extracting(ContactBatchItem::getStatus).containsExactly(201, 400);
        assertThat(added.getResults().get(1).getProblem().getViolations()).isNotEmpty();
        assertThat(changed.getAccepted()).isEqualTo(1);
        assertThat(deleted.getAccepted()).isEqualTo(1);
    }

    @Test
    void shouldFindNothingWhenTheContactWasDeleted() throws ApiException, JsonProcessingException {
        var added = add(juergen(), null);

        contacts.deleteContact(APIDeleteContactRequest.newBuilder()
                .id(added.getId())
                .ifMatch("*")
                .build());

        var problem = problem(
                404,
                () -> contacts.getContact(
                        APIGetContactRequest.newBuilder().id(added.getId()).build()));
        assertThat(problem.getTitle()).isEqualTo("Not found");
    }

    private Contact add(NewContact contact, String key) throws ApiException {
        return contacts.addContact(APIAddContactRequest.newBuilder()
                .newContact(contact)
                .idempotencyKey(key)
                .build());
    }

    private Problem problem(int status, ThrowingCallable action) throws JsonProcessingException {
        var refusal = catchThrowableOfType(ApiException.class, action);
        assertThat(refusal.getCode()).as(refusal.getResponseBody()).isEqualTo(status);
        return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }

    private static NewContact juergen() {
        return new NewContact()
                .givenName("Jürgen")
                .familyName("Groß")
                .emails(List.of("juergen@example.org"))
                .relationship(Relationship.CLIENT)
                .birthday("--04-12")
                .labels(Map.of("juergen@example.org", "work"))
                .cadence(new Cadence().ideal("P30D").counting(List.of(InteractionKind.CALL)))
                .anniversaries(List.of(new Anniversary().label("wedding").date("2001-06-30")))
                .notes("met at FOSDEM");
    }
}
