package dev.junitllm.report.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.HandMadeTrace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody may make a page do, as far as its text shows. {@link WaterfallInChromiumTest} asks a browser. */
class HostileWaterfallTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void nothingWrittenIntoATraceBecomesAnElementOrAnAttribute() {
        for (String text : HostileTrace.all("http://127.0.0.1:1")) {
            PageElements page =
                    PageElements.of(WaterfallPage.of(HostileTrace.heading(text), HostileTrace.of(List.of(text))));

            assertThat(page.names())
                    .as(text)
                    .isSubsetOf(
                            "!DOCTYPE html head meta title body header h1 h3 p a b span ul ol li div details summary dl dt dd table tr th td"
                                    .split(" "));
            assertThat(page.attributes())
                    .as(text)
                    .isSubsetOf(
                            "html lang charset name content http-equiv class id style href open tabindex".split(" "));
            assertThat(page.links()).as(text).allMatch(link -> link.matches("#s[0-9]+"));
            assertThat(page.styles()).as(text).allMatch(style -> style.matches("[-a-z0-9:;.,%() ]+"));
        }
    }

    @Test
    void whatIsInvisibleIsShown() {
        for (String text : HostileTrace.signs()) {
            String page = WaterfallPage.of(HostileTrace.heading(text), HostileTrace.of(List.of(text)));

            assertThat(page.codePoints()
                            .filter(HostileWaterfallTest::isInvisible)
                            .toArray())
                    .as(text)
                    .isEmpty();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
        }
        assertThat(WaterfallPage.of(HostileTrace.heading("x"), HostileTrace.of(HostileTrace.signs())))
                .contains("a\\u202egpj.exe", "\\u001b[2J", "lone \\ud800 high, low \\udc00 lone", "zero\\u200bwidth");
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint != '\n'
                && codePoint != '\t'
                && (Character.isISOControl(codePoint)
                        || Character.getType(codePoint) == Character.FORMAT
                        || Character.getType(codePoint) == Character.SURROGATE
                        || codePoint == 0x2028
                        || codePoint == 0x2029);
    }

    @Test
    void longTextsAreCutAndTheirLengthIsSaid() {
        String page =
                WaterfallPage.of(AgentTrace.HEADING, tool("x".repeat(49_999) + "\ud83d\ude00" + "y".repeat(MEGABYTE)));

        assertThat(page.length()).isLessThan(100_000);
        assertThat(page).contains("x</div>", "Shown are the first 49,999 of 1,050,001 characters.");
        assertThat(page).doesNotContain("\\ud83d", "yy");
    }

    @Test
    void manyLongTextsMakeNoPageThatNobodyCanOpen() {
        HandMadeTrace trace = HandMadeTrace.invocation(1_000);
        String megabyte = "<&\"'>".repeat(MEGABYTE / 5);
        for (int i = 0; i < 100; i++) {
            trace.step("t" + i, "root", megabyte, i, i + 1, Map.of(TraceNames.KIND, "tool"))
                    .says(TraceNames.TOOL_CALL_RESULT, megabyte)
                    .says("other", megabyte)
                    .failed(megabyte);
        }

        String page = WaterfallPage.of(HostileTrace.heading(megabyte), trace.trace());

        assertThat(page.length()).isLessThan(3 * MEGABYTE);
        assertThat(page.contains("Shown are the first 500 of 1,000,000 characters."))
                .isTrue();
    }

    @Test
    void anyNumberOfStepsEventsAndAttributesIsBounded() {
        HandMadeTrace trace = HandMadeTrace.invocation(10_000);
        for (int i = 0; i < 3_000; i++) {
            trace.step("t" + i, i % 50 == 0 ? "root" : "t" + (i - 1), "deeper", i, i + 1, Map.of());
        }
        trace.step("last", "root", "busy", 0, 10, Map.of());
        for (int i = 0; i < 1_000; i++) {
            trace.says("attribute" + i, i).event("tick", i, Map.of("n", i));
        }

        String page = WaterfallPage.of(AgentTrace.HEADING, trace.trace());

        assertThat(page)
                .contains("and 2002 more steps", "and 700 more", "and 800 more")
                .doesNotContain("id=\"s1000\"");
    }

    @Test
    void jsonOfAnyDepthIsShownAsItIs() {
        String deep = "[".repeat(100_000);

        assertThat(WaterfallPage.of(AgentTrace.HEADING, tool(deep))).contains("[[[[");
        assertThat(WaterfallPage.of(AgentTrace.HEADING, tool("{\"a\":1.10,\"a\":12345678901234567890.123}")))
                .contains("{\n  &quot;a&quot;: 1.10,\n  &quot;a&quot;: 12345678901234567890.123\n}");
        for (SpanKind kind : SpanKind.values()) {
            for (String broken : List.of(
                    "",
                    " ",
                    "null",
                    "{",
                    "[null,1,\"x\",{},[],{\"parts\":{}},{\"content\":[3]}]",
                    "\"x\"",
                    "7",
                    deep)) {
                HandMadeTrace trace =
                        HandMadeTrace.invocation(10).step("a", "root", "x", 0, 1, Map.of(TraceNames.KIND, kind.name()));
                for (String attribute : List.of(
                        TraceNames.INPUT_MESSAGES,
                        TraceNames.OUTPUT_MESSAGES,
                        TraceNames.SYSTEM_INSTRUCTIONS,
                        TraceNames.TOOL_DEFINITIONS,
                        TraceNames.RETRIEVAL_DOCUMENTS,
                        TraceNames.TOOL_CALL_ARGUMENTS)) {
                    trace.says(attribute, broken);
                }
                assertThat(WaterfallPage.of(AgentTrace.HEADING, trace.trace())).contains("</html>");
            }
        }
    }

    @Test
    void timesAndNumbersMayBeAnything() {
        Trace trace = HandMadeTrace.empty()
                .step("root", "", "all of time", Long.MIN_VALUE / 2_000_000, Long.MAX_VALUE / 2_000_000, Map.of())
                .step("back", "root", "backwards", 50, -50, Map.of(TraceNames.KIND, "llm"))
                .says(TraceNames.COST_TOTAL, -1e300)
                .says(TraceNames.USAGE_INPUT_TOKENS, Long.MAX_VALUE)
                .step("none", "root", "no number", 50, 60, Map.of(TraceNames.KIND, "llm"))
                .says(TraceNames.COST_TOTAL, Double.NaN)
                .step("score", "root", "score", 1, 1, Map.of(TraceNames.KIND, "evaluation"))
                .says(TraceNames.EVALUATION_SCORE_VALUE, Double.NaN)
                .says(TraceNames.EVALUATION_THRESHOLD, Double.POSITIVE_INFINITY)
                .trace();

        assertThat(PageElements.of(WaterfallPage.of(AgentTrace.HEADING, trace)).styles())
                .allMatch(style -> style.matches("[-a-z0-9:;.,%() ]+"));
        assertThat(WaterfallPage.of(AgentTrace.HEADING, Trace.NONE)).contains("refund-3 [2/5]", "</html>");
    }

    private static Trace tool(String result) {
        return HandMadeTrace.invocation(10)
                .step("a", "root", "tool", 0, 1, Map.of(TraceNames.KIND, "tool"))
                .says(TraceNames.TOOL_CALL_RESULT, result)
                .trace();
    }
}
