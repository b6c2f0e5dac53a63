/** Gates: what a whole run must show for the build to pass. */
@NullMarked
package dev.junitllm.gate;

import org.jspecify.annotations.NullMarked;
