package dev.junitllm.jupiter;

import dev.junitllm.RunScope;
import dev.junitllm.Slices;
import dev.junitllm.gate.Gate;
import dev.junitllm.gate.GateFactory;
import dev.junitllm.gate.GatedBy;
import dev.junitllm.gate.Gates;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.TestId;
import dev.junitllm.score.Measure;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import dev.junitllm.score.ScorerFactory;
import dev.junitllm.score.Scoring;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A golden-set method as its annotations describe it: what to score, what to gate, how often to sample. Reading it
 * checks everything that can be wrong with them, before any case runs.
 *
 * @param test how results of the method are filed
 * @param goldenSet the annotation
 * @param scoring the scores to take; names are unique
 * @param gates the gates to ask
 * @param sampling how often each case runs
 * @param quarantine the file that names cases in quarantine, if there is one
 * @param scope the run, as the scorers and gates see it
 */
record EvalMethod(
        TestId test,
        GoldenSet goldenSet,
        Scoring scoring,
        Gates gates,
        Sampling sampling,
        Optional<String> quarantine,
        MethodScope scope) {

    static EvalMethod read(TestId test, Method method, Class<?> testClass, MethodScope scope) {
        GoldenSet goldenSet =
                AnnotationSupport.findAnnotation(method, GoldenSet.class).orElseThrow();
        List<Measure> measures = MarkedAnnotations.find(ScoredBy.class, method, testClass).stream()
                .map(annotation -> measure(annotation, scope, test))
                .toList();
        Scoring scoring = scoring(test, measures, method, testClass).sideBySide(scope);
        List<Gate> all = MarkedAnnotations.find(GatedBy.class, method, testClass).stream()
                .map(annotation -> gate(annotation, scope, test))
                .toList();
        Gates gates = Gates.of(all);
        checkScores(scoring.planned(), gates, test);
        all.forEach(gate -> explained(test, "@" + gate.describe().name(), () -> {
            gate.check(scoring.planned());
            return gate;
        }));
        return new EvalMethod(
                test,
                goldenSet,
                scoring,
                gates,
                Sampling.of(test, method, testClass),
                quarantine(method, testClass),
                scope);
    }

    /** Checks the gates against how many cases there are, and how often each is sampled. */
    void check(Slices slices, Function<String, PlannedRun> sizes) {
        PlannedRun planned = sizes.apply("");
        explained(test, "@Samples", () -> {
            gates.check(sampling.rule(), sampling.samples());
            return planned;
        });
        if (planned.cases() == 0) {
            return; // every selected case is in quarantine: there is nothing to ask the gates
        }
        gates.all()
                .forEach(gate -> explained(test, "@" + gate.describe().name(), () -> {
                    Gates.check(gate, slices, sizes);
                    return gate;
                }));
    }

    private static void checkScores(List<PlannedScore> scores, Gates gates, TestId test) {
        if (scores.isEmpty()) {
            throw ConfigurationMessages.noScorer(test);
        }
        Set<String> names = new HashSet<>();
        scores.stream()
                .map(PlannedScore::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ConfigurationMessages.sameName(test, name);
                });
        boolean onlyRecorded = scores.stream().allMatch(score -> score.bar().recordOnly());
        if (onlyRecorded && !gates.judgeScores()) {
            throw ConfigurationMessages.onlyRecorded(test);
        }
    }

    private static Scoring scoring(TestId test, List<Measure> measures, Method method, Class<?> testClass) {
        List<ScoreGroup> groups = MarkedAnnotations.ofType(ScoreGroup.class, method, testClass);
        Scoring scoring = explained(test, "@ScoreGroup", () -> Scoring.of(measures, groups));
        MarkedAnnotations.ofTypeOn(method, ScoreGroup.class).stream()
                .map(ScoreGroup::name)
                .filter(name -> scoring.planned().stream().noneMatch(score -> name.equals(score.group())))
                .findFirst()
                .ifPresent(name -> {
                    throw ConfigurationMessages.emptyGroup(test, name);
                });
        return scoring;
    }

    private static Measure measure(Annotation annotation, RunScope scope, TestId test) {
        ScoredBy marker = Objects.requireNonNull(annotation.annotationType().getAnnotation(ScoredBy.class));
        return explained(test, written(annotation), () -> {
            @SuppressWarnings("unchecked") // the annotation names the factory made for it
            ScorerFactory<Annotation> factory = (ScorerFactory<Annotation>) instantiate(marker.value());
            return factory.create(annotation, scope);
        });
    }

    private static Gate gate(Annotation annotation, RunScope scope, TestId test) {
        GatedBy marker = Objects.requireNonNull(annotation.annotationType().getAnnotation(GatedBy.class));
        return explained(test, written(annotation), () -> {
            @SuppressWarnings("unchecked") // the annotation names the factory made for it
            GateFactory<Annotation> factory = (GateFactory<Annotation>) instantiate(marker.value());
            return factory.create(annotation, scope);
        });
    }

    private static Optional<String> quarantine(Method method, Class<?> testClass) {
        return MarkedAnnotations.places(method, testClass).stream()
                .map(place -> AnnotationSupport.findAnnotation(place, Quarantine.class))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Quarantine::value);
    }

    private static <T> T instantiate(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s needs a constructor without parameters (and must be static where nested): %s"
                            .formatted(type.getName(), e),
                    e);
        }
    }

    private static String written(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName();
    }

    private static <T> T explained(TestId test, String what, Supplier<T> action) {
        try {
            return action.get();
        } catch (ExtensionConfigurationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ConfigurationMessages.wrong(test, what, e);
        }
    }
}
