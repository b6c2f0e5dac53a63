/**
 * The words of the domain: a golden case, what an application answered, and the small values both are made of. Records
 * and small types only; every other package stands on this one.
 */
@NullMarked
package dev.junitllm;

import org.jspecify.annotations.NullMarked;
