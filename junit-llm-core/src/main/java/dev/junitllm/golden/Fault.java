package dev.junitllm.golden;

/**
 * What is wrong with a golden file or one of its cases, and what to do about it. Both are parts of a sentence, without a
 * full stop, and safe to print: whatever is quoted from the file has gone through {@link dev.junitllm.Printable}.
 *
 * @param found what was found, such as {@code it has no 'input'}
 * @param advice what to do, such as {@code give it one}
 */
public record Fault(String found, String advice) {}
