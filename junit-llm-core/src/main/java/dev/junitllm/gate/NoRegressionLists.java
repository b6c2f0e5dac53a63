package dev.junitllm.gate;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineOutput;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.RunBaseline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The cases a comparison names, those that became worse with their answers then and now.
 *
 * @param beside the run's baseline
 * @param comparison the comparison
 * @param compared what is compared
 */
record NoRegressionLists(RunBaseline beside, MarkComparison comparison, Compared compared) {

    /** More than a person reads; answers take room in the report. */
    private static final int ANSWERS_SHOWN = 50;

    List<CaseList> all(List<SevereDrop> severe) {
        BaselinePairs pairs = comparison.pairs();
        List<CasePair> worse = worstFirst(CasePair::failsNewly);
        List<CasePair> less = worstFirst(pair -> pair.drop() > 0 && !pair.failsNewly());
        List<CaseList> lists = new ArrayList<>();
        lists.add(new CaseList(
                "severe drops",
                severe.stream()
                        .map(drop -> CaseList.Entry.of(drop.pair().id(), severeRemark(drop)))
                        .toList()));
        if (compared.mean()) {
            lists.add(withAnswers("lower " + compared.of(), worstFirst(pair -> pair.drop() > 0)));
            lists.add(plain("higher " + compared.of(), worstFirst(pair -> pair.drop() < 0)));
        } else {
            lists.add(withAnswers("newly failing", worse));
            lists.add(withAnswers("passing less often", less));
            lists.add(plain("newly passing", worstFirst(CasePair::passesNewly)));
            lists.add(plain("passing more often", worstFirst(pair -> pair.drop() < 0 && !pair.passesNewly())));
        }
        lists.add(named("gone from the golden set", pairs.missing()));
        lists.add(named("no longer scored", pairs.unscored()));
        lists.add(named("ended in an error", pairs.errors().keySet()));
        lists.add(named("other content, so not compared", pairs.changed()));
        lists.add(named("new", pairs.added()));
        return lists;
    }

    private List<CasePair> worstFirst(Predicate<CasePair> which) {
        return comparison.pairs().pairs().stream()
                .filter(which)
                .sorted(Comparator.comparingDouble(CasePair::drop).reversed())
                .toList();
    }

    private CaseList withAnswers(String title, List<CasePair> pairs) {
        Set<String> shown = new LinkedHashSet<>();
        pairs.stream().limit(ANSWERS_SHOWN).map(CasePair::id).forEach(shown::add);
        Map<String, BaselineOutput> now = beside.outputs(shown);
        return new CaseList(
                title,
                pairs.stream()
                        .map(pair -> new CaseList.Entry(
                                pair.id(),
                                remark(pair),
                                shown.contains(pair.id()) ? before(pair.id()) : null,
                                cut(now.get(pair.id()))))
                        .toList());
    }

    private CaseList plain(String title, List<CasePair> pairs) {
        return new CaseList(
                title,
                pairs.stream()
                        .map(pair -> CaseList.Entry.of(pair.id(), remark(pair)))
                        .toList());
    }

    private static CaseList named(String title, Collection<String> ids) {
        return new CaseList(
                title, ids.stream().map(id -> CaseList.Entry.of(id, "")).toList());
    }

    private String remark(CasePair pair) {
        if (compared.mean()) {
            return "%s, was %s"
                    .formatted(
                            NoRegressionMessages.beside(
                                    pair.now().value(), pair.before().value()),
                            NoRegressionMessages.beside(
                                    pair.before().value(), pair.now().value()));
        }
        return pair.before().samples() == 1 && pair.now().samples() == 1
                ? ""
                : "%s, was %s".formatted(passes(pair.now()), passes(pair.before()));
    }

    private String severeRemark(SevereDrop drop) {
        String change = remark(drop.pair());
        return (change.isEmpty() ? "" : change + ", ") + NoRegressionMessages.state(drop);
    }

    private static String passes(Compared.Level level) {
        return Math.round(level.value() * level.samples()) + " of " + level.samples();
    }

    private @Nullable String before(String id) {
        BaselineCase was =
                beside.recorded().map(Baseline::cases).orElse(Map.of()).get(id);
        BaselineOutput output =
                was == null ? null : comparison.mark().apply(was).output();
        return cut(output);
    }

    private static @Nullable String cut(@Nullable BaselineOutput output) {
        if (output == null) {
            return null;
        }
        return output.isCut() ? output.text() + "… (" + output.bytes() + " bytes)" : output.text();
    }
}
