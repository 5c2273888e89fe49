package dev.rapport.notifier.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRuleTest {

    /** Examples of RFC 5545, section 3.8.5.3, by their dates. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1997-09-02 | FREQ=DAILY;COUNT=3                                  | 1997-09-02 1997-09-03 1997-09-04
            1997-09-02 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,TH;WKST=SU  | 1997-09-02 1997-09-04 1997-09-16 1997-09-18
            1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO  | 1997-08-05 1997-08-10 1997-08-19 1997-08-24
            1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU  | 1997-08-05 1997-08-17 1997-08-19 1997-08-31
            1997-09-05 | FREQ=MONTHLY;COUNT=3;BYDAY=1FR                      | 1997-09-05 1997-10-03 1997-11-07
            1997-09-28 | FREQ=MONTHLY;BYMONTHDAY=-3                          | 1997-09-28 1997-10-29 1997-11-28
            1997-09-29 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2       | 1997-09-29 1997-10-30 1997-11-27
            1997-05-19 | FREQ=YEARLY;BYDAY=20MO                              | 1997-05-19 1998-05-18 1999-05-17
            1996-11-05 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | 1996-11-05 2000-11-07 2004-11-02
            2026-01-31 | FREQ=MONTHLY                                        | 2026-01-31 2026-03-31 2026-05-31
            2024-02-29 | FREQ=YEARLY                                         | 2024-02-29 2028-02-29 2032-02-29
            """)
    void shouldNameTheDatesOfTheStandard(LocalDate start, String rule, String dates) {
        var expected = List.of(dates.split(" "));

        assertThat(first(expected.size(), rule, start))
                .extracting(LocalDate::toString)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;BYDAY=MO;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11",
                "FREQ=MONTHLY;BYDAY=53MO",
                "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;BYSETPOS=9;BYDAY=MO",
            })
    void shouldFindSoonThatARuleNamesNoDateAtAll(String rule) {
        assertThat(first(1, rule, LocalDate.of(2026, 1, 31))).isEmpty();
    }

    @Test
    void shouldTakeWhatIsWrittenInLowerCaseOrAsAProperty() {
        assertThat(first(1, " rrule:freq=weekly;byday=mo ", LocalDate.of(2026, 6, 1)))
                .containsExactly(LocalDate.of(2026, 6, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=HOURLY                             | at most once a day
            FREQ=MINUTELY;INTERVAL=5                | at most once a day
            FREQ=SECONDLY                           | at most once a day
            FREQ=DAILY;BYHOUR=9,10                  | at most once a day
            DAILY                                   | such as FREQ=WEEKLY
            INTERVAL=2                              | how often
            FREQ=DAILY;FREQ=WEEKLY                  | each part once
            FREQ=DAILY;INTERVAL=0                   | INTERVAL
            FREQ=DAILY;COUNT=-1                     | COUNT
            FREQ=DAILY;COUNT=99999                  | COUNT
            FREQ=YEARLY;BYMONTH=13                  | BYMONTH
            FREQ=YEARLY;BYEASTER=1                  | may have the parts
            FREQ=DAILY;COUNT=2;UNTIL=20260101       | not by both
            FREQ=DAILY;UNTIL=20261301               | UNTIL must be
            FREQ=WEEKLY;BYDAY=2MO                   | numbers its days
            FREQ=DAILY;BYSETPOS=1                   | BYSETPOS
            FREQ=FORTNIGHTLY                        | FREQ
            """)
    void shouldSayWhatIsWrongWithARule(String rule, String remedy) {
        assertThatThrownBy(() -> RecurrenceRule.parse(rule))
                .isInstanceOf(UnusableRule.class)
                .hasMessageContaining(remedy);
    }

    private static List<LocalDate> first(int count, String rule, LocalDate start) {
        var parsed = RecurrenceRule.parse(rule);
        var dates = new ArrayList<LocalDate>();
        var next = parsed.dateAfter(start.minusDays(1), start);
        while (next.isPresent() && dates.size() < count) {
            dates.add(next.get());
            next = parsed.dateAfter(next.get(), start);
        }
        return dates;
    }
}
