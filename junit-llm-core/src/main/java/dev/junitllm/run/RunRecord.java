package dev.junitllm.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.trace.TraceTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code run.json} says of a run: all that is needed to know, months later, what was run on what.
 *
 * @param started when the run began
 * @param ended when it ended, or {@code null} while it goes on
 * @param seed the seed of everything random
 * @param libraries versions by name: junit-llm, JUnit, Java
 * @param git the commit, or {@code null} outside a checkout
 * @param configuration what was set, without secrets
 * @param sets the golden sets that ran
 * @param verdicts what the gates said of those that have ended
 * @param tracing what was traced
 */
public record RunRecord(
        Instant started,
        @Nullable Instant ended,
        long seed,
        Map<String, String> libraries,
        @Nullable GitState git,
        Map<String, String> configuration,
        List<SetRecord> sets,
        Map<TestId, List<Verdict>> verdicts,
        TraceTotals tracing) {

    /**
     * One golden set of the run.
     *
     * @param test the test it drives
     * @param goldenSet as the annotation names it
     * @param fingerprint of all its cases
     * @param cases how many were selected
     * @param total how many there are
     * @param samplesPerCase how many samples each gets
     * @param selection why there are fewer, or empty
     * @param scorers fingerprints by score name
     * @param replayed how many samples came from recordings, wholly or in part; 0 before the set has ended
     * @param facts what modules keep of it, without secrets; asked when the record is written
     */
    public record SetRecord(
            TestId test,
            String goldenSet,
            String fingerprint,
            int cases,
            int total,
            int samplesPerCase,
            String selection,
            Map<String, String> scorers,
            int replayed,
            Supplier<Map<String, JsonNode>> facts) {

        /**
         * A set of which modules keep nothing.
         *
         * @param test the test it drives
         * @param goldenSet as the annotation names it
         * @param fingerprint of all its cases
         * @param cases how many were selected
         * @param total how many there are
         * @param samplesPerCase how many samples each gets
         * @param selection why there are fewer, or empty
         * @param scorers fingerprints by score name
         * @param replayed how many samples came from recordings, wholly or in part; 0 before the set has ended
         */
        public SetRecord(
                TestId test,
                String goldenSet,
                String fingerprint,
                int cases,
                int total,
                int samplesPerCase,
                String selection,
                Map<String, String> scorers,
                int replayed) {
            this(test, goldenSet, fingerprint, cases, total, samplesPerCase, selection, scorers, replayed, Map::of);
        }

        /**
         * The same set, ended.
         *
         * @param number how many samples came from recordings, wholly or in part
         * @return the changed copy
         */
        public SetRecord withReplayed(int number) {
            return new SetRecord(
                    test, goldenSet, fingerprint, cases, total, samplesPerCase, selection, scorers, number, facts);
        }
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", ResultJson.SCHEMA);
        json.put("started", started.toString());
        json.put("ended", ended == null ? null : ended.toString());
        json.put("seed", seed);
        libraries.forEach(json.putObject("versions")::put);
        if (git != null) {
            json.putObject("git").put("commit", git.commit()).put("dirty", git.dirty());
        }
        configuration.forEach(json.putObject("configuration")::put);
        fill(json.putObject("tracing"));
        var array = json.putArray("goldenSets");
        for (SetRecord set : sets) {
            ObjectNode one = array.addObject()
                    .put("class", set.test().className())
                    .put("method", set.test().method())
                    .put("goldenSet", set.goldenSet())
                    .put("fingerprint", set.fingerprint())
                    .put("cases", set.cases())
                    .put("total", set.total())
                    .put("samplesPerCase", set.samplesPerCase())
                    .put("selection", set.selection());
            one.put("replayed", set.replayed());
            set.scorers().forEach(one.putObject("scorers")::put);
            set.facts().get().forEach(one::set);
            ArrayNode said = one.putArray("verdicts");
            verdicts.getOrDefault(set.test(), List.of()).forEach(verdict -> ResultJson.fill(said.addObject(), verdict));
        }
        return json;
    }

    private void fill(ObjectNode json) {
        json.put("on", tracing.on());
        if (tracing.on()) {
            json.put("traces", tracing.traces()).put("spans", tracing.spans()).put("dropped", tracing.dropped());
            tracing.outside().forEach(json.putObject("outside")::put);
            tracing.remarks().forEach(json.putArray("remarks")::add);
        }
    }
}
