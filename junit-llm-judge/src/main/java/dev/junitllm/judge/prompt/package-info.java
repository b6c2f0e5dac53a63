/** What a judge is shown: instructions apart from data, and data that cannot pass itself off as instructions. */
@NullMarked
package dev.junitllm.judge.prompt;

import org.jspecify.annotations.NullMarked;
