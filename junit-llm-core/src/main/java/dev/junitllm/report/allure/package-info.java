/** How a run is shown in Allure. The only package that touches {@code io.qameta.allure}; loaded only where Allure is. */
@NullMarked
package dev.junitllm.report.allure;

import org.jspecify.annotations.NullMarked;
