package dev.rapport.contacts.contact;

import dev.rapport.api.address.Address;
import dev.rapport.api.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings a client's addresses into their normal form: first come first, each once; labels follow their addresses. */
final class AddressList {

    private final List<Violation> faults = new ArrayList<>();
    private final Map<String, String> normalForms = new LinkedHashMap<>();

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

    List<String> websites(List<String> texts) {
        return distinct(texts.stream().map(String::strip).toList(), url -> {
            normalForms.put(url, url);
            return Optional.of(url);
        });
    }

    /** The labels by the normal form of their address; the others are faults, as they would be lost. */
    Map<String, String> labels(Map<String, String> labels) {
        var kept = new LinkedHashMap<String, String>();
        labels.forEach((address, label) -> {
            var normal = normalForms.get(address.strip());
            if (normal == null) {
                faults.add(new Violation("labels", "must label an email, phone, handle or website of the contact"));
            } else {
                kept.put(normal, label.strip());
            }
        });
        return kept;
    }

    /** Every address that was none. */
    List<Violation> faults() {
        return List.copyOf(faults);
    }

    private List<String> normalise(
            String field, List<String> texts, Function<String, Optional<Address>> read, String message) {
        var index = new int[1];
        return distinct(texts, text -> {
            var place = field + "[" + index[0]++ + "]";
            var address = read.apply(text);
            address.ifPresentOrElse(
                    it -> {
                        normalForms.put(text.strip(), it.value());
                        normalForms.put(it.value(), it.value());
                    },
                    () -> faults.add(new Violation(place, message)));
            return address.map(Address::value);
        });
    }

    private static List<String> distinct(List<String> texts, Function<String, Optional<String>> read) {
        var distinct = new LinkedHashSet<String>();
        texts.forEach(text -> read.apply(text).ifPresent(distinct::add));
        return List.copyOf(distinct);
    }
}
