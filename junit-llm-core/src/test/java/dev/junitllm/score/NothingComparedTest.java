package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.answer.BooleanAnswer;
import dev.junitllm.score.answer.DateAnswer;
import dev.junitllm.score.json.JsonComparison;
import dev.junitllm.score.json.JsonFields;
import dev.junitllm.score.json.SchemaConformance;
import dev.junitllm.score.text.ExactMatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of 1 by which nothing was found out: none may be given. */
class NothingComparedTest {

    @ParameterizedTest
    @CsvSource({"/*, '{\"a\": 1}'", "/*/**, '{\"a\": {\"b\": 1}}'", "/**/*, '{\"a\": {\"b\": 1}}'", "/id, '{\"id\": 1}'"
    })
    void jsonOfWhichEveryFieldIsIgnoredIsAnError(String ignored, String expected) throws Exception {
        Scorer metric = JsonFields.comparedBy(new JsonComparison().ignoring(ignored));
        GoldenCase golden = GoldenCase.builder("a", "q")
                .expected(new ObjectMapper().readTree(expected))
                .build();

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> metric.score(golden, Actual.of("{\"zzz\": [1, 2]}")))
                .matches(e -> e.kind().equals("EMPTY_REFERENCE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{\"typ\": \"object\"}",
                "{\"title\": \"order\", \"schema\": {\"type\": \"object\"}}"
            })
    void aSchemaThatAsksForNothingIsRefused(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaConformance.to(schema))
                .withMessageContaining("asks for nothing");
    }

    @ParameterizedTest
    @CsvSource({"'?', '...'", "'...', ''", "'', '?'", "'', '\u2212\ufe0f'", "'!', '?'"})
    void anAnswerOfWhichItsFormLeavesNothingEqualsOnlyItself(String expected, String output) throws Exception {
        GoldenCase golden = GoldenCase.builder("a", "q").expected(expected).build();

        for (Scorer metric : List.of(new ExactMatch.Normalized(), new ExactMatch.Unaccented())) {
            assertThat(metric.score(golden, Actual.of(output)).value())
                    .as(metric.describe().name())
                    .hasValue(0);
            assertThat(metric.score(golden, Actual.of(expected)).value()).hasValue(1);
        }
    }

    @Test
    void whatCantBeComparedIsNoHitWhereItIsNegated() throws Exception {
        GoldenCase golden =
                GoldenCase.builder("a", "q").expected("2024-03-04T14:30Z").build();

        Score score = new DateAnswer().score(golden, Actual.of("2024-03-04T14:30"));

        assertThat(score.value()).hasValue(0);
        assertThat(score.negated().value()).hasValue(0);
    }

    @Test
    void yesOrNoIsFoundInLinearTimeBetweenMarks() {
        GoldenCase golden = GoldenCase.builder("a", "q").expected("yes").build();
        Actual actual = Actual.of("a" + "!".repeat(1 << 20) + "a");

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(new BooleanAnswer().score(golden, actual).value())
                        .hasValue(0));
    }
}
