package dev.rapport.contacts.contact;

import java.time.Period;
import java.util.Optional;

/**
 * What makes a cadence unusable.
 *
 * @param field the field of the cadence to mend
 * @param message how to mend it
 */
public record CadenceFault(String field, String message) {

    /** The mean length of a Gregorian month in days (146,097 days in 400 years): the measure that compares P1M with P30D. */
    private static final double DAYS_PER_MONTH = 146_097 / 4_800.0;

    private static final double MOST_DAYS = 10 * 12 * DAYS_PER_MONTH;

    /**
     * The first fault of this cadence; empty when it is usable: gaps of one day to ten years, the longest not shorter
     * than the ideal one. An absent longest gap is no fault.
     */
    public static Optional<CadenceFault> of(OwnCadence cadence) {
        if (cadence.ideal() == null) {
            return fault("ideal", "is required");
        }
        if (!isUsable(cadence.ideal())) {
            return fault("ideal", "must be a period of one day to ten years, such as P30D");
        }
        if (cadence.longest() == null) {
            return Optional.empty();
        }
        if (!isUsable(cadence.longest())) {
            return fault("longest", "must be a period of one day to ten years, such as P45D");
        }
        return days(cadence.longest()) < days(cadence.ideal())
                ? fault("longest", "must not be shorter than ideal")
                : Optional.empty();
    }

    private static Optional<CadenceFault> fault(String field, String message) {
        return Optional.of(new CadenceFault(field, message));
    }

    private static boolean isUsable(Period gap) {
        return !gap.isNegative() && !gap.isZero() && days(gap) <= MOST_DAYS;
    }

    /** Also for years that would overflow a count of months: the sum is taken in floating point. */
    static double days(Period gap) {
        return (gap.getYears() * 12.0 + gap.getMonths()) * DAYS_PER_MONTH + gap.getDays();
    }
}
