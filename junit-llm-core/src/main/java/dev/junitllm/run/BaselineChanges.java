package dev.junitllm.run;

import dev.junitllm.Printable;
import dev.junitllm.run.RunBaseline.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a recording changed, in one line. */
final class BaselineChanges {

    private static final int CASES_SHOWN = 10;

    private BaselineChanges() {}

    static String describe(
            String file,
            Recording recording,
            boolean written,
            Map<String, BaselineCase> before,
            Baseline after,
            Set<String> errors) {
        String what = recording == Recording.BOTH ? "baseline approved" : "baseline updated";
        String head = "%s: %s, %s".formatted(what, file, count(after.cases().size()));
        if (!written) {
            return head + ", nothing changed";
        }
        Map<String, List<String>> changes = changes(before, after.cases());
        List<String> kept = errors.stream().filter(before::containsKey).sorted().toList();
        List<String> left =
                errors.stream().filter(id -> !before.containsKey(id)).sorted().toList();
        if (!before.isEmpty()) {
            changes.put("kept, for want of a result", kept);
        }
        changes.put("left out, for want of a result", left);
        String said = changes.entrySet().stream()
                .filter(change -> !change.getValue().isEmpty())
                .map(change -> change.getKey() + " " + named(change.getValue()))
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? head : head + "; " + said;
    }

    /** A first baseline has nothing but new cases: those need no list. */
    private static Map<String, List<String>> changes(
            Map<String, BaselineCase> before, Map<String, BaselineCase> after) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        if (before.isEmpty()) {
            return changes;
        }
        for (String kind : List.of(
                "now failing",
                "now passing",
                "other scores",
                "other steps",
                "anchor moved",
                "other content",
                "new",
                "gone")) {
            changes.put(kind, new ArrayList<>());
        }
        after.forEach((id, now) -> {
            BaselineCase was = before.get(id);
            String kind = was == null ? "new" : kind(was, now);
            if (!kind.isEmpty()) {
                changes.computeIfAbsent(kind, any -> new ArrayList<>()).add(id);
            }
        });
        before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .forEach(id -> changes.computeIfAbsent("gone", any -> new ArrayList<>())
                        .add(id));
        return changes;
    }

    private static String kind(BaselineCase was, BaselineCase now) {
        if (!was.contentHash().equals(now.contentHash())) {
            return "other content";
        }
        BaselineMark old = was.rolling();
        BaselineMark mark = now.rolling();
        if (old.outcome() != mark.outcome()) {
            return switch (mark.outcome()) {
                case PASSED -> "now passing";
                case FAILED -> "now failing";
                case ERROR, UNSCORED -> "other scores";
            };
        }
        if (old.passes() != mark.passes() || !old.scores().equals(mark.scores())) {
            return "other scores";
        }
        if (!Patterns.of(old).equals(Patterns.of(mark))) {
            return "other steps";
        }
        return was.anchor().equals(now.anchor()) ? "" : "anchor moved";
    }

    /** What of a case's steps is told: tokens and costs move by themselves. */
    private record Patterns(
            @Nullable Map<List<String>, Integer> routes,
            @Nullable Map<String, Integer> documents) {

        static Patterns of(BaselineMark mark) {
            CaseSteps steps = mark.steps();
            return steps == null ? new Patterns(null, null) : new Patterns(steps.routes(), steps.documents());
        }
    }

    private static String named(List<String> ids) {
        String shown = ids.stream()
                .limit(CASES_SHOWN)
                .map(id -> Printable.line(id, 60))
                .collect(Collectors.joining(", "));
        int more = ids.size() - CASES_SHOWN;
        return "(%s): %s%s".formatted(ids.size(), shown, more > 0 ? " and " + more + " more" : "");
    }

    private static String count(int cases) {
        return cases == 1 ? "1 case" : cases + " cases";
    }
}
