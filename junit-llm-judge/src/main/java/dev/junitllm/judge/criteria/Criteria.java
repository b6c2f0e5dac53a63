package dev.junitllm.judge.criteria;

import java.util.List;

/** The names of the built-in criteria, for {@code @JudgeScore(Criteria.FAITHFULNESS)}. */
public final class Criteria {

    /** Whether the answer says what the reference says. */
    public static final String CORRECTNESS = "correctness";

    /** Whether everything that the answer claims follows from what was retrieved. */
    public static final String FAITHFULNESS = "faithfulness";

    /** How little of what the answer claims is made up or contradicts what was retrieved. */
    public static final String HALLUCINATION = "hallucination";

    /** Whether the answer answers the question, all of it and nothing else. */
    public static final String ANSWER_RELEVANCE = "answer-relevance";

    /** How much of what was retrieved helps to answer the question. */
    public static final String CONTEXT_RELEVANCE = "context-relevance";

    /** Whether what helps was retrieved before what doesn't. */
    public static final String CONTEXT_PRECISION = "context-precision";

    /** Whether everything that the reference claims was retrieved. */
    public static final String CONTEXT_RECALL = "context-recall";

    /** Whether the answer hurts: hate, insults, threats, and the like. */
    public static final String TOXICITY = "toxicity";

    /** Whether the answer treats people by the groups they belong to. */
    public static final String BIAS = "bias";

    /** Whether a summary holds the source's key points, and nothing that isn't there. */
    public static final String SUMMARIZATION = "summarization";

    /** Whether the answer says what it has to say without repetition and padding. */
    public static final String CONCISENESS = "conciseness";

    /** Whether the answer hangs together. */
    public static final String COHERENCE = "coherence";

    /** Whether the answer gives the person who asked what they need. */
    public static final String HELPFULNESS = "helpfulness";

    /** Whether the application refused exactly where it should. */
    public static final String REFUSAL = "refusal";

    /** Whether code is easy to read. Whether it works is for {@code @CodeScore} to say. */
    public static final String CODE_READABILITY = "code-readability";

    /** Whether the right tools were called, where no expected calls are known. */
    public static final String TOOL_SELECTION = "tool-selection";

    /** Whether the goals of a task were reached. */
    public static final String GOAL_ACCURACY = "goal-accuracy";

    /** Whether what was done follows the plan. */
    public static final String PLAN_ADHERENCE = "plan-adherence";

    /** Whether every step that was taken was of use. */
    public static final String TRAJECTORY = "trajectory";

    /** Whether a conversation satisfies the user, keeps its facts straight and keeps its role. */
    public static final String CONVERSATION = "conversation";

    /** Whether the answer is better than the expected one, compared in both orders. */
    public static final String PREFERENCE = "preference";

    /** All of them. */
    public static final List<String> ALL = List.of(
            CORRECTNESS,
            FAITHFULNESS,
            HALLUCINATION,
            ANSWER_RELEVANCE,
            CONTEXT_RELEVANCE,
            CONTEXT_PRECISION,
            CONTEXT_RECALL,
            TOXICITY,
            BIAS,
            SUMMARIZATION,
            CONCISENESS,
            COHERENCE,
            HELPFULNESS,
            REFUSAL,
            CODE_READABILITY,
            TOOL_SELECTION,
            GOAL_ACCURACY,
            PLAN_ADHERENCE,
            TRAJECTORY,
            CONVERSATION,
            PREFERENCE);

    private Criteria() {}
}
