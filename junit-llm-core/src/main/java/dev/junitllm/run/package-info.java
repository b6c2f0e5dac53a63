/** What a run leaves: results, verdicts, and the files that keep them. */
@NullMarked
package dev.junitllm.run;

import org.jspecify.annotations.NullMarked;
