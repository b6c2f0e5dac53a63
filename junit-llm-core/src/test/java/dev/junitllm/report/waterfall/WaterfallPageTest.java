package dev.junitllm.report.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.HandMadeTrace;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WaterfallPageTest {

    private static final String AGENT = WaterfallPage.of(AgentTrace.HEADING, AgentTrace.trace());

    @Test
    void saysWhatItIsOfAndWhereTheTraceIsKept() {
        assertThat(text(between(AGENT, "<header", "</header>")))
                .startsWith("refund-3 [2/5] FAILED demo.RefundsEvalTest.answers")
                .contains("Trace 0af7651916cd43dd8448eb211c80319c, kept in the run's folder as"
                        + " traces/000012-3fa91c0de5b7.json");
    }

    @Test
    void sumsUpWhatTheApplicationTookWithoutItsJudges() {
        assertThat(text(between(AGENT, "<ul class=\"totals\">", "</ul>")))
                .isEqualTo("3.0 s, then 1.2 s to score 5 steps 2 model calls 1,314 tokens in, 129 out $0.00028");
    }

    @Test
    void leadsToTheStepThatFailedAndToTheSlowest() {
        assertThat(text(between(AGENT, "<p class=\"look\">", "<ul class=\"scores\">")))
                .isEqualTo("failed execute_tool lookup_order : no reply from orders:8080 in 450 ms"
                        + " slowest chat gpt-4o-mini , 1.6 s of 3.0 s");
        assertThat(AGENT).contains("<a href=\"#s4\">execute_tool lookup_order</a>");
        assertThat(text(row(4))).startsWith("execute_tool lookup_order failed tool");
        assertThat(AGENT).contains("<a href=\"#s5\">chat gpt-4o-mini</a>");
        assertThat(text(row(5))).startsWith("chat gpt-4o-mini slowest LLM");
    }

    @Test
    void showsEachScoreAgainstItsBar() {
        assertThat(text(between(AGENT, "<ul class=\"scores\">", "</ul>")))
                .isEqualTo("faithfulness 0.25, bar 0.8, fail token-f1 0.62, bar 0.5, pass");
        assertThat(text(content(6))).contains("The handbook says 30 days; the answer says 60.");
    }

    @Test
    void drawsEachStepWhereItWasOnTheAxis() {
        assertThat(row(0)).contains("left:min(0.000%,100% - 3px);width:100.000%");
        assertThat(row(4)).contains("left:min(20.534%,100% - 3px);width:11.044%");
        assertThat(text(between(AGENT, "<div class=\"row head\">", "</div>")))
                .isEqualTo("step kind 0 1 s 2 s 3 s 4 s time tokens cost");
    }

    @Test
    void putsStepsBelowThoseTheyBelongTo() {
        assertThat(row(0)).contains("--depth:0");
        assertThat(row(1)).contains("--depth:1");
        assertThat(row(4)).contains("--depth:2");
        assertThat(row(7)).contains("--depth:2").contains("chat claude-haiku-4-5");
    }

    @Test
    void opensWhatFailedAndTheLastThingTheApplicationAskedAModel() {
        Matcher open = Pattern.compile("<details class=\"step[^\"]*\" id=\"(s[0-9]+)\" open=\"open\">")
                .matcher(AGENT);

        assertThat(open.results().map(found -> found.group(1))).containsExactly("s4", "s5");
    }

    @Test
    void showsThePromptByRoleAndWhatWasSaidBeforeOnce() {
        assertThat(text(content(3)))
                .contains("model asked for gpt-4o-mini model that answered gpt-4o-mini-2024-07-18 temperature 0.0")
                .containsSubsequence(
                        "system You answer questions about refunds.",
                        "user Can I return the headphones",
                        "assistant calls lookup_order { \"item\": \"headphones\" }",
                        "tools: lookup_order, refund");
        assertThat(text(content(5)))
                .containsSubsequence(
                        "2 messages as in the call before",
                        "tool result of call_1 { \"error\": \"timeout\" }",
                        "assistant Yes, you can return them within 60 days.");
    }

    @Test
    void showsAToolsArgumentsItsExceptionAndWhatElseItSays() {
        assertThat(text(content(4)))
                .isEqualTo("no reply from orders:8080 in 450 ms Finds an order by what was bought"
                        + " arguments { \"item\": \"headphones\", \"customer\": \"[REDACTED:email]\" }"
                        + " exception java.net.http.HttpTimeoutException"
                        + " java.net.http.HttpTimeoutException: no reply from orders:8080 in 450 ms"
                        + " at demo.Orders.lookup(Orders.java:41) at demo.Agent.act(Agent.java:88)"
                        + " 1 more attribute gen_ai.tool.name lookup_order");
    }

    @Test
    void showsTheQueryAndTheDocumentsWithTheirScores() {
        assertThat(text(content(2)))
                .contains("query Can I return the headphones I bought five weeks ago? 2 documents"
                        + " returns.md#2 score 0.813 Goods can be returned within 30 days of delivery, unopened."
                        + " version: 2026-03 warranty.md#1 score 0.447 Defects are covered for two years.");
    }

    @Test
    void showsLinesOfTheLogByWhenTheyWereWritten() {
        assertThat(text(content(0))).contains("log +12 ms INFO demo.Refunds order 4711 found");
    }

    @Test
    void saysThatACostIsNotKnownAndNeverThatItIsZero() {
        assertThat(totals(HandMadeTrace.invocation(10).step("m", "root", "chat", 0, 5, Map.of(TraceNames.KIND, "llm"))))
                .isEqualTo("10 ms 1 step 1 model call cost not known");
        assertThat(totals(HandMadeTrace.invocation(10)
                        .step("m", "root", "chat", 0, 5, Map.of(TraceNames.KIND, "llm"))
                        .says(TraceNames.COST_TOTAL, 0.0)))
                .endsWith("$0.00");
    }

    @Test
    void saysACostInItsCurrencyAndThatItIsAnEstimate() {
        String page = WaterfallPage.of(
                AgentTrace.HEADING,
                HandMadeTrace.invocation(10)
                        .step("m", "root", "chat", 0, 5, Map.of(TraceNames.KIND, "llm"))
                        .says(TraceNames.COST_TOTAL, 1.239)
                        .says(TraceNames.COST_CURRENCY, "EUR")
                        .says(TraceNames.COST_ESTIMATED, true)
                        .trace());

        assertThat(page).contains("≥ 1.24 EUR");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(totals(HandMadeTrace.invocation(10).says(TraceNames.DROPPED, 12L)))
                .isEqualTo("10 ms 0 steps 12 steps were too many to be kept");
        assertThat(WaterfallPage.of(
                        AgentTrace.HEADING,
                        HandMadeTrace.invocation(10)
                                .step("m", "root", "chat", 0, 5, Map.of(TraceNames.NOT_ENDED, true))
                                .trace()))
                .contains(">not ended</b>");
    }

    @Test
    void saysWhatTheTestItselfThrewAndNotThatItFailed() {
        HandMadeTrace threw = HandMadeTrace.invocation(10)
                .says(TraceNames.TEST_CLASS, "demo.EvalTest")
                .event(
                        TraceNames.EXCEPTION,
                        9,
                        Map.of(
                                TraceNames.EXCEPTION_TYPE,
                                "java.io.IOException",
                                TraceNames.EXCEPTION_MESSAGE,
                                "no route"))
                .failed("");

        assertThat(text(WaterfallPage.of(AgentTrace.HEADING, threw.trace())))
                .contains("failed test : java.io.IOException: no route")
                .containsOnlyOnce("failed");
        assertThat(text(WaterfallPage.of(
                        AgentTrace.HEADING,
                        HandMadeTrace.invocation(10).failed("").trace())))
                .doesNotContain("failed");
    }

    @Test
    void showsWhatOpenInferenceSaysToo() {
        Trace trace = HandMadeTrace.invocation(10)
                .step("m", "root", "chat", 0, 5, Map.of(TraceNames.OPEN_INFERENCE_KIND, "LLM"))
                .says("llm.input_messages.0.message.role", "user")
                .says("llm.input_messages.0.message.content", "How long?")
                .says(TraceNames.OUTPUT_VALUE, "30 days")
                .trace();

        assertThat(text(WaterfallPage.of(AgentTrace.HEADING, trace))).contains("user How long? assistant 30 days");
    }

    @Test
    void leadsFromAScoreToWhatItJudged() {
        Trace trace = HandMadeTrace.invocation(10)
                .step("m", "root", "chat", 0, 5, Map.of())
                .step("e", "root", "score", 6, 7, Map.of(TraceNames.KIND, "evaluation"))
                .linked("0af7651916cd43dd8448eb211c80319c", "m")
                .linked("ffff", "eeee")
                .trace();

        assertThat(WaterfallPage.of(AgentTrace.HEADING, trace))
                .contains("linked to <a href=\"#s1\">chat</a>", "linked to span eeee of trace ffff");
    }

    @Test
    void isMadeOfARealTraceOfNothing() {
        assertThat(text(WaterfallPage.of(new Heading("T.t", "plain test", "", ""), Trace.NONE)))
                .contains("plain test T.t 0 steps");
    }

    @Test
    void keepsEveryAttributeThatItShowsInNoOtherWay() {
        Trace trace = HandMadeTrace.invocation(10)
                .step("t", "root", "tool", 0, 5, Map.of(TraceNames.KIND, "tool"))
                .says(TraceNames.INPUT_MESSAGES, "a tool with messages")
                .says("list", List.of(1L, 2L))
                .says(TraceNames.TOOL_CALL_RESULT, "same")
                .says(TraceNames.OUTPUT_VALUE, "same")
                .trace();

        assertThat(text(WaterfallPage.of(AgentTrace.HEADING, trace)))
                .contains("gen_ai.input.messages a tool with messages list 1, 2")
                .containsOnlyOnce("same");
    }

    private static String totals(HandMadeTrace trace) {
        String page = WaterfallPage.of(AgentTrace.HEADING, trace.trace());
        return text(between(page, "<ul class=\"totals\">", "</ul>"));
    }

    private static String row(int place) {
        return between(AGENT, "id=\"s" + place + "\"", "</summary>");
    }

    private static String content(int place) {
        String step = AGENT.substring(AGENT.indexOf("id=\"s" + place + "\""));
        int next = step.indexOf("id=\"s" + (place + 1) + "\"");
        String own = next < 0 ? step : step.substring(0, step.lastIndexOf("<details", next));
        return own.substring(own.indexOf("<div class=\"content\">"));
    }

    private static String between(String page, String from, String to) {
        int begin = page.indexOf(from);
        return page.substring(page.indexOf('>', begin) + 1, page.indexOf(to, begin));
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
