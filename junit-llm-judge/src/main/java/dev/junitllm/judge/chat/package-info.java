/** Chat models and their clients, with retry, rate limits and usage. */
@NullMarked
package dev.junitllm.judge.chat;

import org.jspecify.annotations.NullMarked;
