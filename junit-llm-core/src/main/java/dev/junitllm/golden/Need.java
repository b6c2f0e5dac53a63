package dev.junitllm.golden;

import dev.junitllm.GoldenPart;

/**
 * A part that every selected case must have, because something will ask for it.
 *
 * @param part the part
 * @param neededBy who asks for it, as messages call it, such as {@code score 'token-f1'}
 */
public record Need(GoldenPart part, String neededBy) {}
