package dev.junitllm.judge.criteria;

/**
 * What a criterion says of itself.
 *
 * @param name what its scores are called
 * @param version from 1
 * @param summary what it judges
 * @param shape how it is judged
 * @param score how the score comes about
 */
record CriterionText(String name, int version, String summary, String shape, String score) {}
