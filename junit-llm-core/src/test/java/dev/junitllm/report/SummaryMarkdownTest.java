package dev.junitllm.report;

import static dev.junitllm.report.FinishedSet.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GitState;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.trace.TraceTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {

    @Test
    void showsSetsVerdictsAndTheCasesThatDidNotPass() {
        SetReport set = FinishedSet.of("CapitalEvalTest", "answers", "golden/capitals.jsonl")
                .passed("france", 1)
                .missed("italy", 0.25)
                .erred("peru")
                .verdict(
                        VerdictStatus.FAIL,
                        "PassRate",
                        attributes("atLeast", 0.7),
                        Estimate.between(0.5, 0.013, 0.987, "Clopper–Pearson"),
                        1,
                        "1 of 2 cases passed")
                .decided();

        assertThat(SummaryMarkdown.of(List.of(set), run())).isEqualTo("""
                # junit-llm

                | golden set | cases | outcomes | means | gates |
                |---|---|---|---|---|
                | CapitalEvalTest.answers<br>golden/capitals.jsonl | 3 | 1 passed, 1 failed, 1 error | token-f1 0.625 | \
                FAIL  \\@PassRate(atLeast = 0.7) 0.5 \\[0.013, 0.987\\] |

                ## CapitalEvalTest.answers

                - **FAIL** \\@PassRate(atLeast = 0.7): 1 of 2 cases passed
                  - method Clopper–Pearson

                | case | outcome | why |
                |---|---|---|
                | italy | FAILED | token-f1 0.25 |
                | peru | ERROR | TIMEOUT: no answer |

                Seed 42, junit-llm 0.1.0, JUnit 5.12.2, Java 17, commit 0123456789ab with changes. \
                Started 2026-11-22T10:15:00Z.
                """);
    }

    @Test
    void namesTheFailedAndTheSlowestStepOfCasesThatDidNotPass() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .missed("italy", 0.25)
                .traced("traces/000002-bb.json", "chat `gpt`, 1.6 s of 4.1 s", "execute_tool lookup: <b> no |\n page")
                .decided();

        assertThat(SummaryMarkdown.of(List.of(set), run()))
                .contains(
                        "| italy | FAILED | token-f1 0.25<br>failed step: execute\\_tool lookup: &lt;b\\> no \\|\\\\n page"
                                + "<br>slowest step: chat \\`gpt\\`, 1.6 s of 4.1 s<br>trace: traces/000002-bb.json |\n");
    }

    @Test
    void letsNoNameWriteMarkup() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/*<b>.jsonl")
                .missed("</td><img src=x onerror=alert(1)>", 0)
                .missed("a | b\n# [click](javascript:alert(1)) `code` @team", 0)
                .missed("&lt; https://example.com ~~gone~~ ![p](x) $x$", 0)
                .decided();

        String page = SummaryMarkdown.of(List.of(set), run());

        assertThat(page)
                .contains("EvalTest.answers<br>golden/\\*&lt;b\\>.jsonl")
                .contains("| &lt;/td\\>&lt;img src=x onerror=alert(1)\\> | FAILED |")
                .contains("| a \\| b\\\\n\\# \\[click\\](javascript:alert(1)) \\`code\\` \\@team | FAILED |")
                .contains("| &amp;lt; https\\://example.com \\~\\~gone\\~\\~ !\\[p\\](x) \\$x\\$ | FAILED |")
                .doesNotContain("<img", "<b>");
    }

    @Test
    void showsFiftyCasesAndSaysHowManyMoreThereAre() {
        FinishedSet set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl");
        for (int i = 0; i < 53; i++) {
            set.missed("case" + i, 0);
        }

        assertThat(SummaryMarkdown.of(List.of(set.decided()), run()))
                .contains("| case49 | FAILED |")
                .doesNotContain("case50")
                .contains("\nand 3 more: see `cases.jsonl`\n");
    }

    @Test
    void saysWhyGatesWereNotAsked() {
        SetReport set = FinishedSet.of("EvalTest", "answers", "golden/a.jsonl")
                .passed("a", 1)
                .report(SetReport.Ending.PARTIAL, "partial: gates not decided (1 of 4 cases were picked)");

        assertThat(SummaryMarkdown.of(List.of(set), run()))
                .contains("\n\npartial: gates not decided (1 of 4 cases were picked)\n");
    }

    private static RunRecord run() {
        return new RunRecord(
                Instant.parse("2026-11-22T10:15:00Z"),
                null,
                42,
                Map.of("junit-llm", "0.1.0", "junit", "5.12.2", "java", "17"),
                new GitState("0123456789abcdef", true),
                Map.of(),
                List.of(),
                Map.of(),
                TraceTotals.OFF);
    }
}
