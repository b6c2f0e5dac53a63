package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretPiecesTest {

    private static final String KEY = "sk-proj-" + "Qm4xR7vT2kLp9sWd6hJn";

    @Test
    void areRemovedFromWhatQuotesTheText() {
        assertThat(quoted("the key is " + KEY, "it begins with '" + KEY.substring(0, 14) + "\u2026'"))
                .isEqualTo("it begins with '[REDACTED:openai-key]\u2026'");
        assertThat(quoted("the key is " + KEY, "at character 9: " + KEY.substring(9) + "; at the end: " + KEY))
                .isEqualTo("at character 9: [REDACTED:openai-key]; at the end: [REDACTED:openai-key]");
    }

    @Test
    void areFoundInWhateverCase() {
        assertThat(quoted("the key is " + KEY, "instead of qm4xr7vt2klp"))
                .isEqualTo("instead of [REDACTED:openai-key]");
    }

    @Test
    void areFoundOfSecretsInJson() {
        assertThat(quoted("{\"a\":[{\"password\":\"correcthorse\"}]}", "from '\u2026orrecthorse' on"))
                .isEqualTo("from '\u2026[REDACTED:secret-field]' on");
    }

    @Test
    void areNotSeenWhereTheyAreShorterOrBelongToNothingThatWasRemoved() {
        assertThat(quoted("the key is " + KEY, "sk-proj the key Qm4xR7v")).isEqualTo("sk-proj the key Qm4xR7v");
        assertThat(Rules.BUILT_IN.piecesOf(List.of("nothing to see"))).isEmpty();
    }

    @Test
    void areAboutPeopleWhereTheRuleIs() {
        assertThat(Rules.BUILT_IN.piecesOf(List.of("jane@example.org " + KEY)))
                .extracting(RedactionRule::name, RedactionRule::isPersonal)
                .containsExactly(tuple("email", true), tuple("openai-key", false));
    }

    @Test
    void areNoneOfWhatAnEarlierRuleHasLeft() {
        RuleSet rules = RuleSet.of(List.of(
                RedactionRule.of("mail", "[a-z]+@[a-z]+"), RedactionRule.of("customer", "customer .*? of Lakeside")));

        List<RedactionRule> pieces = rules.piecesOf(List.of("customer jane@doe of Lakeside"));

        assertThat(RuleSet.of(pieces).redact("[REDACTED:mail] of Lakes\u2026").text())
                .isEqualTo("[REDACTED:mail][REDACTED:customer]\u2026");
    }

    private static String quoted(String text, String quotation) {
        return RuleSet.of(
                        Stream.concat(Rules.BUILT_IN.rules().stream(), Rules.BUILT_IN.piecesOf(List.of(text)).stream())
                                .toList())
                .redact(quotation)
                .text();
    }
}
