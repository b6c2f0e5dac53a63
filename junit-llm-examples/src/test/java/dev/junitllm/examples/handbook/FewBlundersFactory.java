package dev.junitllm.examples.handbook;

import dev.junitllm.RunScope;
import dev.junitllm.gate.Gate;
import dev.junitllm.gate.GateFactory;
import dev.junitllm.gate.Tallies;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts blunders. */
// tag::few-blunders-factory[]
final class FewBlundersFactory implements GateFactory<FewBlunders> {

    @Override
    public Gate create(FewBlunders annotation, RunScope scope) {
        return new BlunderGate(annotation.of(), annotation.below(), annotation.atMost());
    }

    private record BlunderGate(String of, double below, double atMost) implements Gate {

        @Override
        public GateDescription describe() {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("of", of);
            attributes.put("below", below);
            attributes.put("atMost", atMost);
            return new GateDescription("FewBlunders", attributes);
        }

        /** Before the first case runs: a gate of a score that nobody takes would never fail. */
        @Override
        public void check(List<PlannedScore> scores) {
            if (scores.stream().noneMatch(score -> score.name().equals(of))) {
                throw new IllegalArgumentException("of = \"%s\" is no score of the method".formatted(of));
            }
        }

        /** What this gate looks at: a run in which the score was never made ends as ERROR, not here. */
        @Override
        public Tally tally(RunSummary run) {
            return Tallies.byScore(run, of);
        }

        /** Asked once, when all cases have ended, and only if the run can be judged at all. */
        @Override
        public Verdict decide(RunSummary run) {
            long scored =
                    run.samples().map(this::value).filter(Objects::nonNull).count();
            List<SampleResult> blunders = run.samples()
                    .filter(sample -> value(sample) != null && value(sample) < below)
                    .sorted(Comparator.comparing(this::value))
                    .toList();
            return Verdict.of(
                            describe(),
                            blunders.size() <= atMost * scored ? VerdictStatus.PASS : VerdictStatus.FAIL,
                            "%d of %d answers have a %s below %s".formatted(blunders.size(), scored, of, below),
                            tally(run))
                    .measured(Estimate.of((double) blunders.size() / scored))
                    .decidedBy(blunders);
        }

        private Double value(SampleResult sample) {
            return sample.score(of).value();
        }
    }
}
// end::few-blunders-factory[]
