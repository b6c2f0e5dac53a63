package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.ScoreOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a failing verdict says: the failed test's message. */
public final class VerdictMessages {

    /** What makes a run worthless of which nothing counts. */
    public static final String ALL_IN_QUARANTINE = "every case that ran is in quarantine, so nothing was checked";

    private static final int CASES_SHOWN = 10;
    private static final int ANSWER_SHOWN = 200;

    private VerdictMessages() {}

    /**
     * The message of a golden set that its gates fail.
     *
     * @param report the golden set's run, at least one verdict of which fails the build
     * @return the worst status and each verdict, the cases that decided, and where to read on
     */
    public static String failed(SetReport report) {
        StringBuilder message = new StringBuilder(head(report, report.worst().toString()));
        Set<List<SampleResult>> shown = new HashSet<>();
        for (Verdict verdict : report.verdicts()) {
            message.append("\n  ").append(verdict.line());
            String figures = VerdictFigures.line(verdict);
            message.append(figures.isEmpty() ? "" : "\n    " + figures);
            if (verdict.failsTheBuild()) {
                verdict.lists().forEach(cases -> appendList(message, cases));
                appendCases(message, verdict.deciding(), report.summary().samplesPerCase(), shown);
            }
        }
        if (!report.remark().isEmpty()) {
            message.append("\n  ").append(report.remark());
        }
        FlakinessMessages.line(report.summary())
                .ifPresent(line -> message.append("\n  ").append(line));
        int quarantined = report.summary().quarantined().size();
        if (quarantined > 0) {
            message.append("\n  ")
                    .append(StoppingMessages.quarantined(quarantined))
                    .append(", no part of the verdicts");
        }
        return message + "\n  " + whereToRead(report);
    }

    /**
     * The message of a golden set's run that is broken.
     *
     * @param report the run
     * @return what is broken, and where to read on
     */
    public static String broken(SetReport report) {
        return head(report, "ERROR") + "\n  " + report.remark() + "\n  " + whereToRead(report);
    }

    /**
     * The message of a golden set whose gates pass, but whose results could not be written or shown.
     *
     * @param report the run
     * @param why what went wrong, without secrets
     * @return what went wrong, and what the gates said
     */
    public static String notKept(SetReport report, String why) {
        StringBuilder message = new StringBuilder(head(report, "ERROR"))
                .append("\n  the results could not be written or shown: ")
                .append(Printable.line(why));
        report.verdicts().forEach(verdict -> message.append("\n  ").append(verdict.line()));
        return message.toString();
    }

    /**
     * What makes a run worthless whatever its gates would say.
     *
     * @param planned how many samples there are
     * @param produced how many JUnit was given
     * @param selected how many were to run
     * @param finished how many ended
     * @param skipped how many of them were skipped
     * @return what is broken, or empty where nothing is
     */
    public static String whatIsBroken(int planned, int produced, int selected, int finished, int skipped) {
        if (produced < planned) {
            return "incomplete: JUnit asked for only %s of %s cases, so the gates were not asked"
                    .formatted(produced, planned);
        }
        if (selected == 0) {
            return "no case ran: those that were picked are not there any more";
        }
        if (finished < selected) {
            return "incomplete: only %s of %s cases ended, so the gates were not asked".formatted(finished, selected);
        }
        return skipped == selected ? "every case was skipped, so nothing was checked" : "";
    }

    /**
     * Says that cases passed at a second try.
     *
     * @param cases the ids of cases that failed in an earlier run of this JVM, and pass now
     * @return what is wrong with that and what to do, or empty where there are none
     */
    public static String retried(List<String> cases) {
        if (cases.isEmpty()) {
            return "";
        }
        String shown = cases.stream()
                .limit(CASES_SHOWN)
                .map(id -> Printable.line(id, 80))
                .collect(Collectors.joining(", "));
        return ("%s failed before, and passed when run again: %s%s. To try until a case passes is pass@k: ask for it by"
                        + " @Samples and @PassAtK, or give the set a gate; and run failed evals no second time"
                        + " (rerunFailingTestsCount = 0)")
                .formatted(
                        cases.size() == 1 ? "1 case" : cases.size() + " cases",
                        shown,
                        cases.size() > CASES_SHOWN ? " and more" : "");
    }

    /**
     * Says that the gates were not asked.
     *
     * @param selected how many samples were picked
     * @param planned how many there are
     * @return the remark
     */
    public static String partial(int selected, int planned) {
        return "partial: gates not decided (%s of %s cases were picked)".formatted(selected, planned);
    }

    private static String head(SetReport report, String status) {
        String selection = report.selection().isEmpty() ? "" : ", " + report.selection();
        return "%s: %s (%s%s)"
                .formatted(
                        report.set().test().displayName(),
                        status,
                        Printable.line(report.set().goldenSet()),
                        selection);
    }

    /** Several gates mostly hang on the same cases: those are listed once. */
    private static void appendCases(
            StringBuilder message, List<SampleResult> cases, int samples, Set<List<SampleResult>> shown) {
        List<SampleResult> worst = cases.stream().limit(CASES_SHOWN).toList();
        if (!shown.add(worst) && !worst.isEmpty()) {
            message.append("\n    the cases above");
        } else {
            worst.forEach(sample -> message.append("\n    ").append(line(sample, samples)));
        }
        if (cases.size() > CASES_SHOWN) {
            message.append("\n    and ").append(cases.size() - CASES_SHOWN).append(" more");
        }
    }

    private static void appendList(StringBuilder message, CaseList cases) {
        message.append("\n    ")
                .append(Printable.line(cases.title(), 80))
                .append(" (")
                .append(cases.entries().size())
                .append("):");
        cases.entries().stream()
                .limit(CASES_SHOWN)
                .forEach(entry -> message.append("\n      ")
                        .append(Printable.line(entry.caseId(), 80))
                        .append(entry.remark().isEmpty() ? "" : ": " + Printable.line(entry.remark(), 200))
                        .append(answer("was", entry.before()))
                        .append(answer("now", entry.after())));
        if (cases.entries().size() > CASES_SHOWN) {
            message.append("\n      and ")
                    .append(cases.entries().size() - CASES_SHOWN)
                    .append(" more");
        }
    }

    private static String answer(String when, @Nullable String text) {
        return text == null ? "" : "\n        " + when + ": " + Printable.line(text, ANSWER_SHOWN);
    }

    private static String line(SampleResult sample, int samples) {
        String scores = sample.scores().stream().map(VerdictMessages::score).collect(Collectors.joining(", "));
        String name = Printable.line(CaseResult.displayName(sample.caseId(), sample.sample(), samples), 80);
        return sample.shownOutcome() + " " + name
                + (sample.assertionFailed() ? ", the test's own assertion" : "")
                + (scores.isEmpty() ? "" : ": " + scores)
                + (sample.error().isEmpty() ? "" : ": " + sample.error());
    }

    private static String score(SampleResult.ScoreValue score) {
        String value = score.value() == null ? score.outcome().toString() : Decimals.show(score.value());
        return score.name() + " " + value + (score.outcome() == ScoreOutcome.FAILED ? " (below its bar)" : "");
    }

    private static String whereToRead(SetReport report) {
        return "All cases and verdicts: " + report.summaryFile();
    }
}
