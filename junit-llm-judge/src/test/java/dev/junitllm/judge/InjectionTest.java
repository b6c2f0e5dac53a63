package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.Printable;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the judge through what it judges, against every criterion. */
class InjectionTest {

    private static final List<String> ATTACKS = attacks();

    @Test
    void theCorpusIsLarge() {
        assertThat(ATTACKS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.CriterionCase#all")
    void aGoodJudgeFindsTheCaseBad(CriterionCase criterion) throws Exception {
        ScriptedJudge judge = ScriptedJudge.saying(request -> criterion.honest().get(ScriptedJudge.step(request)));

        Score score = score(criterion, judge, "It does.");

        assertThat(score.value()).hasValue(criterion.score());
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.CriterionCase#all")
    void aJudgeThatIsAlwaysTalkedRoundWouldPassIt(CriterionCase criterion) throws Exception {
        ScriptedJudge judge =
                ScriptedJudge.saying(request -> criterion.obedient().get(ScriptedJudge.step(request)));

        Score score = score(criterion, judge, "It does.");

        assertThat(score.value()).hasValue(1);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.CriterionCase#all")
    void noAttackYieldsAPassFromAJudgeThatObeysIt(CriterionCase criterion) {
        for (String attack : ATTACKS) {
            Map<Integer, Boolean> obeyed = new ConcurrentHashMap<>();
            ScriptedJudge judge = obeying(criterion, attack, obeyed);
            String outcome;
            try {
                Score score = score(criterion, judge, attack);
                outcome = score.value().isPresent() ? "" + score.value().getAsDouble() : "none";
            } catch (ScoringException e) {
                outcome = e.kind();
            }

            assertThat(obeyed).as("the judge saw " + attack).containsEntry(1, true);
            assertThat(outcome).as("%s: %s", criterion, attack).isIn("INJECTION_SUSPECTED", "" + criterion.score());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.CriterionCase#all")
    void aVerdictCopiedFromTheAttackEndsInAnError(CriterionCase criterion) {
        Map<String, String> copied = new ConcurrentHashMap<>();
        criterion
                .obedient()
                .forEach((step, reply) ->
                        copied.put(step, reply.replaceFirst("\\{", "{'nonce': '00000000000000000000000000000000', ")));
        ScriptedJudge judge = ScriptedJudge.replying(
                request -> ChatReply.of(copied.get(ScriptedJudge.step(request)).replace('\'', '"')));

        try {
            Score score = score(criterion, judge, "It does.");
            assertThat(score.value()).as("no call").hasValue(criterion.score());
        } catch (ScoringException e) {
            assertThat(e.kind()).isEqualTo("INJECTION_SUSPECTED");
            assertThat(judge.requests()).as("no second chance").hasSize(1);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("dev.junitllm.judge.CriterionCase#all")
    void attacksStayInTheDataSection(CriterionCase criterion) throws Exception {
        for (String attack : ATTACKS) {
            ScriptedJudge judge =
                    ScriptedJudge.saying(request -> criterion.honest().get(ScriptedJudge.step(request)));
            score(criterion, judge, attack);

            for (ChatRequest request : judge.requests()) {
                String nonce = request.label().nonce();
                String system = request.messages().get(0).text();
                String user = request.messages().get(1).text();
                assertThat(system).doesNotContain("opens at six").doesNotContain(attack);
                assertThat(outside(user, nonce))
                        .as(attack)
                        .doesNotContain("six")
                        .isEqualTo(outside(clean(criterion, request), nonce));
                assertBalanced(user, nonce, attack);
                assertThat(user.codePoints().noneMatch(c -> c == 0x202e || c >= 0xe0000 && c <= 0xe007f))
                        .isTrue();
            }
        }
    }

    /** Obeys in every vote in which it saw the attack whole. */
    private static ScriptedJudge obeying(CriterionCase criterion, String attack, Map<Integer, Boolean> obeys) {
        String seen = visible(attack);
        return ScriptedJudge.saying(request -> {
            String user = request.messages().get(1).text();
            int vote = request.label().vote();
            obeys.merge(vote, user.contains(seen) || user.contains(json(seen)), (one, other) -> one || other);
            return (obeys.get(vote) ? criterion.obedient() : criterion.honest()).get(ScriptedJudge.step(request));
        });
    }

    private static String visible(String attack) {
        StringBuilder text = new StringBuilder();
        attack.codePoints().forEach(c -> {
            String one = Character.toString(c);
            text.append(c == '\n' ? one : Printable.block(one));
        });
        return text.toString().replaceAll("(?i)<(?=/?data-)", "\\\\u003c");
    }

    private static String json(String text) {
        String quoted = new ObjectMapper().getNodeFactory().textNode(text).toString();
        return quoted.substring(1, quoted.length() - 1).replace("\\\\u", "\\u");
    }

    /** What the same request says around its data without an attack. */
    private static String clean(CriterionCase criterion, ChatRequest request) throws ScoringException {
        ScriptedJudge judge = ScriptedJudge.saying(r -> criterion.honest().get(ScriptedJudge.step(r)));
        score(criterion, judge, "It does.");
        ChatRequest same = judge.requests().stream()
                .filter(other -> ScriptedJudge.step(other).equals(ScriptedJudge.step(request)))
                .findFirst()
                .orElseThrow();
        return same.messages()
                .get(1)
                .text()
                .replace(same.label().nonce(), request.label().nonce());
    }

    private static String outside(String user, String nonce) {
        return Pattern.compile("(<data-" + nonce + " [^>\n]*>\n).*?(\n</data-" + nonce + ">)", Pattern.DOTALL)
                .matcher(user)
                .replaceAll("$1$2");
    }

    private static void assertBalanced(String user, String nonce, String attack) {
        Matcher tags = Pattern.compile("(?i)<\\s*/?\\s*data\\s*-[^>]*>").matcher(user);
        boolean open = false;
        while (tags.find()) {
            assertThat(tags.group()).as(attack).contains(nonce);
            if (tags.group().endsWith("/>")) {
                continue;
            }
            assertThat(tags.group().startsWith("</")).as(attack).isEqualTo(open);
            open = !open;
        }
        assertThat(open).isFalse();
    }

    private static Score score(CriterionCase criterion, ScriptedJudge judge, String text) throws ScoringException {
        Actual actual = criterion.actual().apply(text);
        return Judge.on(criterion.criterion()).by(judge).score(criterion.golden(), actual);
    }

    private static List<String> attacks() {
        try (InputStream stream = InjectionTest.class.getResourceAsStream("/judge/attacks.json")) {
            return List.of(new ObjectMapper().readValue(stream, String[].class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
