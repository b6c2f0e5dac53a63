package dev.junitllm.golden;

/** A test class, as far as golden sets are concerned. */
final class Anchor {

    private Anchor() {}
}
