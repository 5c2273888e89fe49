package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Names the contact that has the address: in the extension member {@code contact} (RFC 9457, 3.2), and as Location. */
class AddressTakenMapper {

    @Inject
    ObjectMapper json;

    @ServerExceptionMapper
    Response map(AddressTaken taken) {
        ObjectNode problem = json.valueToTree(taken.problem());
        problem.put("contact", taken.contact().toString());
        return Response.status(taken.problem().status())
                .type(Problem.MEDIA_TYPE)
                .location(UriBuilder.fromPath("/v1/contacts/{id}").build(taken.contact()))
                .entity(problem)
                .build();
    }
}
