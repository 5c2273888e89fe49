package dev.rapport.contacts.duplicate;

import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.PartialDate;
import dev.rapport.contacts.contact.PersonName;
import dev.rapport.contacts.contact.SearchWords;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How likely two contacts are one person, and why. Pure and symmetric.
 *
 * <p>The odds begin at 1 to 64, as of two contacts that are compared at all, and every {@link Evidence} multiplies them by two
 * to its weight. Of several shared addresses the strongest counts in full and each further kind by two bits, as they come
 * together more often than chance.
 *
 * @param evidence what was found
 */
record Likeness(Set<Evidence> evidence) {

    private static final int PRIOR_BITS = -6;
    private static final int FURTHER_ADDRESS_BITS = 2;
    private static final Set<Evidence> ADDRESSES =
            EnumSet.of(Evidence.SAME_HANDLE, Evidence.SAME_EMAIL, Evidence.SAME_PHONE, Evidence.SAME_ROLE_ADDRESS);

    /** Mailboxes of RFC 2142 and the commonest others that stand for an office. */
    private static final Set<String> ROLES = Set.of(
            "info",
            "marketing",
            "sales",
            "support",
            "abuse",
            "noc",
            "security",
            "postmaster",
            "hostmaster",
            "webmaster",
            "office",
            "contact",
            "kontakt",
            "mail",
            "hello",
            "team",
            "admin",
            "service",
            "help",
            "jobs",
            "hr",
            "press",
            "billing",
            "accounting",
            "noreply",
            "no-reply");

    /** Compares two contacts. */
    static Likeness of(ContactDetails one, ContactDetails other) {
        var found = EnumSet.noneOf(Evidence.class);
        compareAddresses(one, other, found);
        NameLikeness.of(PersonName.of(one), PersonName.of(other)).ifPresent(found::add);
        if (areTwo(one.nameSuffix(), other.nameSuffix())) {
            found.add(Evidence.DIFFERENT_NAME_SUFFIX);
        }
        compareOrganizations(one, other, found);
        compareBirthdays(one.birthday(), other.birthday(), found);
        return new Likeness(Collections.unmodifiableSet(found));
    }

    /** 0 to 1000: thousandths of certainty. */
    int permille() {
        double odds = Math.pow(2, bits());
        return (int) Math.min(999, Math.round(1000 * odds / (1 + odds)));
    }

    /** What speaks for one person, the strongest first. */
    List<Evidence> reasons() {
        return evidence.stream().filter(Evidence::speaksFor).toList();
    }

    /** What speaks against it. */
    List<Evidence> against() {
        return evidence.stream().filter(it -> !it.speaksFor()).toList();
    }

    private int bits() {
        int others = evidence.stream()
                .filter(it -> !ADDRESSES.contains(it))
                .mapToInt(Evidence::bits)
                .sum();
        var addresses = evidence.stream().filter(ADDRESSES::contains).toList();
        int strongest = addresses.stream().mapToInt(Evidence::bits).max().orElse(0);
        return PRIOR_BITS + others + strongest + FURTHER_ADDRESS_BITS * Math.max(0, addresses.size() - 1);
    }

    private static void compareAddresses(ContactDetails one, ContactDetails other, Set<Evidence> found) {
        if (!Collections.disjoint(one.handles(), other.handles())) {
            found.add(Evidence.SAME_HANDLE);
        }
        if (!Collections.disjoint(one.phones(), other.phones())) {
            found.add(Evidence.SAME_PHONE);
        }
        var emails = one.emails().stream()
                .filter(other.emails()::contains)
                .collect(Collectors.partitioningBy(Likeness::isRole));
        if (!emails.get(false).isEmpty()) {
            found.add(Evidence.SAME_EMAIL);
        }
        if (!emails.get(true).isEmpty()) {
            found.add(Evidence.SAME_ROLE_ADDRESS);
        }
    }

    private static boolean isRole(String email) {
        return ROLES.contains(email.substring(0, email.indexOf('@')));
    }

    private static void compareOrganizations(ContactDetails one, ContactDetails other, Set<Evidence> found) {
        if (one.organization() == null || other.organization() == null) {
            return;
        }
        var words = SearchWords.of(one.organization());
        if (words.equals(SearchWords.of(other.organization())) && !words.isEmpty()) {
            found.add(Evidence.SAME_ORGANIZATION);
            if (PersonName.of(one).words().isEmpty()
                    && PersonName.of(other).words().isEmpty()) {
                found.add(Evidence.SAME_NAME);
            }
        }
    }

    private static void compareBirthdays(PartialDate one, PartialDate other, Set<Evidence> found) {
        if (one == null || other == null) {
            return;
        }
        boolean sameYear =
                one.year() == null || other.year() == null || one.year().equals(other.year());
        boolean same = one.day().equals(other.day()) && sameYear;
        found.add(same ? Evidence.SAME_BIRTHDAY : Evidence.DIFFERENT_BIRTHDAY);
    }

    private static boolean areTwo(String one, String other) {
        return one != null && other != null && !SearchWords.of(one).equals(SearchWords.of(other));
    }
}
