package dev.junitllm.golden;

import dev.junitllm.GoldenCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record.
 *
 * @param golden the case, or {@code null} where something is wrong with it
 * @param id the id that the record gives, or {@code null} where it gives none
 * @param faults what is wrong
 */
record ParsedCase(@Nullable GoldenCase golden, @Nullable String id, List<Fault> faults) {}
