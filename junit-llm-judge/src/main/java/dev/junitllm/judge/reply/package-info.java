/** What a judge answered: exactly the form that was asked for, or a fault that says what it was instead. */
@NullMarked
package dev.junitllm.judge.reply;

import org.jspecify.annotations.NullMarked;
