package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of recordings. */
final class CassetteMessages {

    static final Comparator<Asked> BY_CASE = Comparator.comparing(Asked::caseId)
            .thenComparing(Asked::sample)
            .thenComparing(Asked::vote)
            .thenComparing(Asked::key);

    private static final int CASES_SHOWN = 10;

    private CassetteMessages() {}

    static String ended(
            String file,
            CassetteSettings settings,
            Collection<Asked> recorded,
            Collection<Asked> stale,
            int known,
            int refused) {
        List<String> said = new ArrayList<>();
        if (!recorded.isEmpty()) {
            said.add(
                    settings.onCi()
                            ? "recorded %s on CI, lost with its workspace: %s; record where %s can be committed"
                                    .formatted(answers(recorded.size()), cases(recorded), file)
                            : "recorded %s: commit %s".formatted(answers(recorded.size()), file));
        }
        if (refused > 0) {
            said.add("could not record %s: not text, or not to be read twice".formatted(answers(refused)));
        }
        if (!stale.isEmpty()) {
            said.add("%s of %s recordings %s: %s"
                    .formatted(
                            stale.size(),
                            known,
                            settings.prune()
                                    ? "were removed, which nobody asked for"
                                    : "were not asked for (%s = true removes them)"
                                            .formatted(CassetteKeys.PRUNE.name()),
                            cases(stale)));
        }
        return String.join("; ", said);
    }

    /** What is missing, why nobody was asked instead, and what comes nearest. */
    static String missing(Cassette cassette, Asked asked, String why) {
        return "%s holds no recording of this request (case %s, sample %s, vote %s), and %s; %s%s"
                .formatted(
                        cassette.file().shown(),
                        asked.caseId().isEmpty() ? "unknown" : Printable.line(asked.caseId(), 80),
                        Integer.toString(asked.sample()),
                        Integer.toString(asked.vote()),
                        why,
                        isOfOther(cassette, asked)
                                ? "nothing of this sample is recorded: it is new, or the run that recorded stopped early, which"
                                        + " has to be recorded once without stopEarly; "
                                : "",
                        NearestRecording.describe(asked, cassette.recordings()));
    }

    /** Whether there are recordings, but none of this sample of this case. */
    private static boolean isOfOther(Cassette cassette, Asked asked) {
        return !cassette.isEmpty()
                && cassette.recordings().stream()
                        .map(Recording::asked)
                        .noneMatch(other -> other.caseId().equals(asked.caseId()) && other.sample() == asked.sample());
    }

    static String notAsItWas(Cassette cassette, ObjectNode recorded, String host) {
        List<String> rules = new ArrayList<>();
        recorded.path(PersonalData.REMOVED).fieldNames().forEachRemaining(rules::add);
        return "the recorded answer of %s in %s lacks data about people (%s), so the application would not get what it got: switch the rule off for data that are nobody's (junit.llm.redaction.off = %s) or keep them (junit.llm.capture.messages = full), and record anew; or let it be called (junit.llm.cassette.mode = auto)"
                .formatted(host, cassette.file().shown(), String.join(", ", rules), String.join(",", rules));
    }

    static String onlyReplay() {
        return CassetteKeys.MODE.name() + " = replay calls nobody";
    }

    private static String answers(int number) {
        return number + (number == 1 ? " answer" : " answers");
    }

    private static String cases(Collection<Asked> all) {
        List<String> ids = all.stream()
                .sorted(BY_CASE)
                .map(asked -> asked.caseId().isEmpty() ? "?" : Printable.line(asked.caseId(), 60))
                .distinct()
                .toList();
        return ids.stream().limit(CASES_SHOWN).collect(Collectors.joining(", "))
                + (ids.size() > CASES_SHOWN ? " and " + (ids.size() - CASES_SHOWN) + " more" : "");
    }
}
