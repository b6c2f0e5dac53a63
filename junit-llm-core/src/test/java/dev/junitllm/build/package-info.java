/** Tests that build small projects with a real Maven, as a user would. They run in {@code mvn verify}. */
package dev.junitllm.build;
