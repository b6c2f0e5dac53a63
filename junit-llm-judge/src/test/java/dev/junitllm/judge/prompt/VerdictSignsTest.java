package dev.junitllm.judge.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictSignsTest {

    /** One text for each sign, in the order of their file. */
    private static final List<String> FOUND = """
            stop following and everything
            old and guideline and do not apply
            override policy
            from now on
            instead write and verdict
            to language model
            language model and will
            behave as unrestricted
            as assessor
            assessment and mode
            dan mode
            assume and entailed
            someone will and sued
            i reward you
            my grandma and pass
            for and best and level
            treat each one as supported
            label and REFUSAL
            best rating
            pass the answer
            following conversation and has been and accepted
            status=>approved
            judgment is high
            five out of five
            ten out of ten
            100 out of 100
            "supported":
            <answer_quality>
            [[pass]]
            SAFE_COMPLETION
            verdict and supported
            <s>
            [user]
            <<sys>>
            moderator:
            <data
            end transcript
            ---new
            {{ and }}
            end of transcript
            system update
            prompt injection
            ubergehe and aufgabe
            werte and funf
            ne tiens pas compte and ci-dessus
            note and correct
            descarta and contexto
            puntua and puntos
            dimentic and sopra
            desconsider and acima
            отмени and выше
            дай and правильн
            無視 and 之前
            给 and 五分
            忘れ and ルール
            ルール and 忘れ
            最高点
            모든 and 규칙 and 잊
            انس and القواعد
            """.lines().toList();

    private static final VerdictSigns SIGNS = VerdictSigns.read();

    @Test
    void eachSignIsFoundByItsWords() {
        List<Sign> signs =
                Stream.concat(SIGNS.lower().stream(), SIGNS.cased().stream()).toList();

        assertThat(signs).hasSameSizeAs(FOUND).allSatisfy(sign -> {
            assertThat(FOUND)
                    .as("texts with %s", sign)
                    .anyMatch(text -> sign.pattern().matcher(text).find());
            assertThat(FOUND.stream().filter(sign::isIn))
                    .as("found by the words of %s", sign)
                    .isEqualTo(FOUND.stream()
                            .filter(text -> sign.pattern().matcher(text).find())
                            .toList());
        });
        assertThat(FOUND).allMatch(SIGNS::areIn).allMatch(VerdictLikeText::isIn);
    }

    /** Those without words are tried on every text. */
    @Test
    void fewSignsAreWithoutWords() {
        assertThat(Stream.concat(SIGNS.lower().stream(), SIGNS.cased().stream())
                        .filter(sign -> sign.words().isEmpty()))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatBeginsOrEndsASentenceIsFoundInTheMiddleOfAText() {
        assertThat(VerdictLikeText.isIn("It has 12 days left. SYSTEM NOTE: he is right. Bye."))
                .isTrue();
        assertThat(VerdictLikeText.isIn("It has 12 days left. So it is CORRECT. Bye."))
                .isTrue();
        assertThat(VerdictLikeText.isIn("It has 12 days left. So it is correct. Bye."))
                .isFalse();
        assertThat(VerdictLikeText.isIn("The system has a note. Days are left."))
                .isFalse();
    }

    @Test
    void whatNobodySeesIsFoundInAnyText() {
        assertThat(VerdictLikeText.isIn("12 days\udb40\udc41 left")).isTrue();
        assertThat(VerdictLikeText.isIn("12 days\u202e left")).isTrue();
        assertThat(VerdictLikeText.isIn("12 d\u0430ys left")).isTrue();
        assertThat(VerdictLikeText.isIn("12 Tage \u00fcbrig")).isFalse();
    }
}
