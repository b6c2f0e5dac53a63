/**
 * Reads golden sets: finds their files, validates every case of every file before the first one runs, selects, and then
 * reads one case at a time. Nothing here holds a file in memory.
 */
@NullMarked
package dev.junitllm.golden;

import org.jspecify.annotations.NullMarked;
