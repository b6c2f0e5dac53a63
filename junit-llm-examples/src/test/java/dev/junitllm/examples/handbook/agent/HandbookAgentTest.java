package dev.junitllm.examples.handbook.agent;

import static dev.junitllm.assertj.LlmAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.SpanKind;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.jupiter.KeepTrace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the agent does, step by step, in plain tests. */
@KeepTrace
class HandbookAgentTest {

    private static final String LAMP =
            "I made a purchase for the company on 3 March 2026. Until when must I hand in the claim for the expense?";

    private final TracedAgent.Questions agent = TracedAgent.with(planner -> planner);

    // tag::assertions[]
    @Test
    void countsTheDaysWhereTheQuestionNamesADate() {
        assertThat(agent.answer(LAMP)).isEqualTo("Until 2 May 2026.");

        assertThatTrace()
                .calledToolsExactly("search_handbook", "read_section", "add_days")
                .calledTool("add_days", Map.of("days", "60"))
                .retrieved("expenses#handing-in-a-claim")
                .hasAtMostModelCalls(4)
                .usedAtMostTokens(300)
                .eachTookAtMost(SpanKind.TOOL, Duration.ofSeconds(30))
                .hasNoErrors();
    }
    // end::assertions[]

    @Test
    void usesNoToolForSmallTalk() {
        assertThat(agent.answer("Thank you, that was all.")).startsWith("Hello!");

        assertThatTrace()
                .didNotCallTool("search_handbook", "read_section", "add_days")
                .hasAtMostModelCalls(1);
    }

    @Test
    void readsTheNextBestSectionWhereTheBestSaysNothing() {
        assertThat(agent.answer("How much does the company pay for a gym membership?"))
                .isEqualTo(HandbookAssistant.NO_ANSWER);

        assertThatTrace().calledToolsExactly("search_handbook", "read_section", "read_section");
    }

    @Test
    void thePlannerThatSeesNoDatesIsCaughtByItsTraceAlone() {
        assertThat(TracedAgent.with(HastyPlanner::new).answer(LAMP)).contains("within 60 days");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatTrace().calledTool("add_days"))
                .withMessageStartingWith(
                        "tool 'add_days' was not called; called: 'search_handbook', 'read_section'\n  the steps:\n    AGENT invoke_agent handbook-agent, ");
    }

    @Test
    void whatAToolCanNotDoIsAFailedStep() {
        TracedAgent.Questions lost = TracedAgent.with(planner ->
                (question, soFar) -> Decision.use("I guess.", Action.READ, Map.of("id", "leave#sabbaticals")));

        assertThatIllegalArgumentException().isThrownBy(() -> lost.answer("How long is a sabbatical?"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatTrace().hasNoErrors())
                .withMessageStartingWith(
                        "2 of 3 steps failed: TOOL 'execute_tool read_section': java.lang.IllegalArgumentException: there is no section leave#sabbaticals");
    }

    @Test
    void givesUpRatherThanGoRoundInCircles() {
        TracedAgent.Questions circling = TracedAgent.with(
                planner -> (question, soFar) -> Decision.use("Once more.", Action.SEARCH, Map.of("query", question)));

        assertThat(circling.answer("How long is a sabbatical?")).isEqualTo(HandbookAssistant.NO_ANSWER);
        assertThatTrace().hasAtMostModelCalls(6);
    }

    @Test
    void refusesToolsThereAreNotAndArgumentsThatAreMissing() {
        Handbook handbook = Handbook.load();
        Tools tools = new HandbookTools(handbook, new HandbookBot(handbook));

        assertThat(List.of(new Action("pay", Map.of()), new Action(Action.SEARCH, Map.of())))
                .allSatisfy(action -> assertThatIllegalArgumentException().isThrownBy(() -> tools.use(action)));
    }
}
