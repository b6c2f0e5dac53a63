package dev.junitllm.judge.cost;

import dev.junitllm.ConfigurationKey;
import dev.junitllm.ConfigurationKeys;
import java.util.List;

/** The settings of what judges may cost. */
public final class CostKeys implements ConfigurationKeys {

    static final ConfigurationKey MAX_COST = new ConfigurationKey(
            "junit.llm.max-cost",
            "",
            "What all calls of judges of a run may cost at most, in the currency of `junit.llm.prices`; a call that"
                    + " could cost more than is left is not sent, and its case is an ERROR.");

    /** Made by {@link java.util.ServiceLoader}. */
    public CostKeys() {}

    @Override
    public List<ConfigurationKey> keys() {
        return List.of(MAX_COST);
    }
}
