package dev.junitllm.judge.cassette;

import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import java.util.List;

/** The settings of recordings. */
public final class CassetteKeys implements ConfigurationKeys {

    static final ConfigurationKey MODE = new ConfigurationKey(
            "junit.llm.cassette.mode",
            "auto",
            "What becomes of calls of models: `auto` (replay what is recorded, else call and record), `replay` (never call),"
                    + " `record` (always call, and record anew), or `live` (no recordings).");

    static final ConfigurationKey PRUNE = new ConfigurationKey(
            "junit.llm.cassette.prune",
            "false",
            "Whether recordings that a whole run without errors did not ask for are removed: `true` or `false`.");

    static final ConfigurationKey WITHOUT_MODEL = new ConfigurationKey(
            "junit.llm.without-model",
            "fail",
            "What becomes of a case where there is neither a recording nor a model to ask: `fail` (an ERROR) or `not-run`"
                    + " (shown as NOT RUN and skipped; the gates are not decided).");

    /** Made by {@link java.util.ServiceLoader}. */
    public CassetteKeys() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(MODE, PRUNE, WITHOUT_MODEL);
    }
}
