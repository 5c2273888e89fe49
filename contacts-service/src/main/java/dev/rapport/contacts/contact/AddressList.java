package dev.rapport.contacts.contact;

import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings a client's addresses into their normal form: first come first, each once. */
final class AddressList {

    private final List<Violation> faults = new ArrayList<>();

    List<String> emails(List<String> texts) {
        return normalise("emails", texts, Address::email, "must be an email address, such as jane@example.org");
    }

    List<String> phones(List<String> texts) {
        return normalise(
                "phones", texts, Address::phone, "must be a phone number with country code, such as +4930123456");
    }

    List<String> handles(List<String> texts) {
        return normalise("handles", texts, Address::handle, "must be network:name, such as linkedin:jane-doe");
    }

    /** Throws a 400 that names every address that was none. */
    void check() {
        if (!faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
    }

    private List<String> normalise(
            String field, List<String> texts, Function<String, Optional<Address>> read, String message) {
        var distinct = new LinkedHashSet<String>();
        int index = 0;
        for (var text : texts == null ? List.<String>of() : texts) {
            var place = field + "[" + index++ + "]";
            read.apply(text)
                    .ifPresentOrElse(
                            address -> distinct.add(address.value()), () -> faults.add(new Violation(place, message)));
        }
        return List.copyOf(distinct);
    }
}
