package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateAnswerTest {

    private final DateAnswer exact = new DateAnswer();

    @DateScore(tolerance = "PT90M", order = DateOrder.DAY_FIRST, zone = "Europe/Berlin")
    static class Annotated {}

    @DateScore
    static class Plain {}

    @DateScore(tolerance = "an hour")
    static class WrongTolerance {}

    @DateScore(tolerance = "-PT1H")
    static class NegativeTolerance {}

    @DateScore(zone = "Berlin")
    static class WrongZone {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-04",
                "It is due on 2024-03-04.",
                "2024-3-4",
                "2024/03/04",
                "2024.03.04",
                "4.3.2024",
                "04.03.2024",
                "4 March 2024",
                "4. March 2024",
                "the 4th of March, 2024",
                "4 Mar. 2024",
                "04-MAR-2024",
                "March 4, 2024",
                "Mar 4th 2024",
                "Monday, 4 March 2024",
                "first 2023-01-01, then 2024-03-04",
                "2024-03-04T23:59:59Z",
                "2024-03-04 at 10:00",
                "On 4 March 2024, at the office, at 10:00",
                "14:30 on Monday, 4 March 2024"
            })
    void readsADateHoweverItIsWritten(String output) throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(score(exact, output, "2024-03-04")).hasToString("1.0: 2024-03-04 is right");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "no date | there is no date in the output",
                "03/04/2024 | '3/4/2024' may begin with the day or the month",
                "03-04-2024 | '3-4-2024' may begin with the day or the month",
                "13/04/24 | '13/4/24' has a year of two digits",
                "2024-02-30 | Invalid date 'FEBRUARY 30'",
                "2024-13-01 | Invalid value for MonthOfYear (valid values 1 - 12): 13",
                "2024-03-04 14:30 EST | time zone 'EST' may be several; write UTC or an offset",
                "2024-03-04 14:30 pm | there is no 14 pm",
                "2024-03-04T14:30+19:00 | Zone offset hours not in valid range: value 19 is not in the range -18 to 18",
                "12024-03-04 | there is no date in the output"
            })
    void takesADateThatCannotBeToldForUnreadable(String output, String reason) throws Exception {
        assertThat(score(exact, output, "2024-03-04")).hasToString("0.0: " + reason);
        assertThat(score(exact, output, "2024-03-04").negated().value()).hasValue(0);
    }

    @Test
    void readsTheOrderOfDayAndMonthWhereItCanBeTold() throws Exception {
        assertThat(value(exact, "13/04/2024", "2024-04-13")).isEqualTo(1);
        assertThat(value(exact, "04/13/2024", "2024-04-13")).isEqualTo(1);
        assertThat(value(exact, "04/04/2024", "2024-04-04")).isEqualTo(1);
        assertThat(value(exact.in(DateOrder.DAY_FIRST), "03/04/2024", "2024-04-03"))
                .isEqualTo(1);
        assertThat(value(exact.in(DateOrder.MONTH_FIRST), "03/04/2024", "2024-03-04"))
                .isEqualTo(1);
        assertThat(value(exact.in(DateOrder.MONTH_FIRST), "03.04.2024", "2024-04-03"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05 | 2024-03-04 | 2024-03-05 instead of 2024-03-04",
                "2024-03-04 | 2024-03-04T14:30 | 2024-03-04 has no time of day, unlike 2024-03-04T14:30",
                "2024-03-04T14:30 | 2024-03-04T14:30Z | 2024-03-04T14:30 has no time zone, unlike 2024-03-04T14:30Z",
                "2024-03-04T14:30+01:00 | 2024-03-04T14:30Z | 2024-03-04T14:30+01:00 instead of 2024-03-04T14:30Z",
                "14:31 | 14:30 | 14:31 instead of 14:30"
            })
    void takesAnotherDateForAMiss(String output, String expected, String reason) throws Exception {
        assertThat(score(exact, output, expected)).hasToString("0.0: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-04T13:30Z | 2024-03-04T14:30+01:00",
                "2024-03-04 14:30:00.000 UTC+1 | 2024-03-04T13:30:00Z",
                "March 4, 2024, 1:30 p.m. GMT | 2024-03-04T13:30Z",
                "4 March 2024 at 2:30 pm UTC+01:00 | 2024-03-04T13:30Z",
                "2024-03-04T14:30[Europe/Berlin] | 2024-03-04T13:30Z",
                "2024-07-04T14:30[Europe/Berlin] | 2024-07-04T12:30Z",
                "2024-03-04T09:00-05:30 | 2024-03-04T14:30Z",
                "2024-03-04T14:30Z | 2024-03-04T14:30",
                "2:30 pm on March 4, 2024 | 2024-03-04 14:30",
                "2024-03-04 12 am | 2024-03-04T00:00",
                "2 p.m. | 14:00",
                "at 14:00:00 sharp | 2 pm"
            })
    void comparesWhatTheAnswerStates(String output, String expected) throws Exception {
        assertThat(score(exact, output, expected).value())
                .as(score(exact, output, expected).reason())
                .hasValue(1);
    }

    @Test
    void assumesAZoneWhereItIsGiven() throws Exception {
        DateAnswer berlin = exact.in(ZoneId.of("Europe/Berlin"));

        assertThat(value(berlin, "2024-03-04T14:30", "2024-03-04T13:30Z")).isEqualTo(1);
        assertThat(value(berlin, "2024-03-04T13:30Z", "2024-03-04T14:30")).isEqualTo(1);
        assertThat(value(berlin, "2024-03-04T14:30Z", "2024-03-04T14:30")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 2024-03-05, 2024-03-04, 1",
        "P1D, 2024-03-06, 2024-03-04, 0",
        "PT23H, 2024-03-05, 2024-03-04, 0",
        "PT5M, 14:36, 14:30, 0",
        "PT5M, 00:02, 23:58, 1",
        "PT1S, 2024-03-04T14:30:01Z, 2024-03-04T14:30Z, 1"
    })
    void tolerates(String tolerance, String output, String expected, double score) throws Exception {
        assertThat(value(DateAnswer.within(Duration.parse(tolerance)), output, expected))
                .isEqualTo(score);
    }

    @Test
    void takesAnyAcceptableAnswer() throws Exception {
        assertThat(value(exact, "2024-03-05", "2024-03-04", "5 March 2024")).isEqualTo(1);
        assertThat(score(exact, "2024-03-06", "2024-03-04", "5 March 2024"))
                .hasToString("0.0: 2024-03-06 instead of 2024-03-04 or 2024-03-05");
    }

    @Test
    void refusesAnAnswerThatIsNoDate() {
        assertThatThrownBy(() -> score(exact, "2024-03-04", "soon"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_DATE"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): there is no date or time in its 'expected' or 'references'"
                                + " to compare the output with; write it as 2024-03-04 or 2024-03-04T14:30Z");
        assertThatThrownBy(() -> score(exact, "2024-03-04", "03/04/2024"))
                .hasMessageContaining("('3/4/2024' may begin with the day or the month)");
    }

    @Test
    void isMadeByItsAnnotation() {
        Measure measure = create(Annotated.class);

        assertThat(measure.name()).isEqualTo("date-answer");
        assertThat(measure.scorer().describe().parameters())
                .containsEntry("tolerance", "PT1H30M")
                .containsEntry("order", "DAY_FIRST")
                .containsEntry("zone", "Europe/Berlin");
        assertThat(create(Plain.class).fingerprint()).isEqualTo(exact.describe().fingerprint());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(WrongTolerance.class))
                .withMessage("tolerance = 'an hour' is no duration such as PT90M or P1D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(NegativeTolerance.class))
                .withMessage("tolerance = PT-1H: a tolerance is at least PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(WrongZone.class))
                .withMessage("zone = 'Berlin' is no time zone such as Europe/Berlin or +01:00");
    }

    private static Measure create(Class<?> annotated) {
        return new DateScoreFactory().create(annotated.getAnnotation(DateScore.class), new NoScope());
    }
}
