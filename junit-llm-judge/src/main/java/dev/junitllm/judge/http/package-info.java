/** Calls of JSON APIs over HTTP: keys, time limits, retries, and errors that say what to do. */
@NullMarked
package dev.junitllm.judge.http;

import org.jspecify.annotations.NullMarked;
