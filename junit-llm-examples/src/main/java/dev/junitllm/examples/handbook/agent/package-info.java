/**
 * The handbook assistant as an agent: it plans, calls tools, looks at what they gave back, and plans again.
 *
 * <p>Like the assistant it stands for the application under test, and knows nothing of junit-llm. {@link
 * dev.junitllm.examples.handbook.agent.RulePlanner} plans in place of a language model, so that the example runs anywhere and
 * always does the same; {@link dev.junitllm.examples.handbook.agent.HastyPlanner} is a change for the worse in its routing.
 */
@NullMarked
package dev.junitllm.examples.handbook.agent;

import org.jspecify.annotations.NullMarked;
