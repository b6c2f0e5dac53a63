package dev.junitllm.examples.handbook;

/**
 * One headed section of the handbook: what is searched for and what an answer is taken from.
 *
 * @param id page and heading, such as {@code leave#annual-leave}; changes only when one of them is renamed
 * @param title page title and heading, such as {@code Leave: Annual leave}
 * @param text the section's prose, its lines joined to one
 */
public record Passage(String id, String title, String text) {}
