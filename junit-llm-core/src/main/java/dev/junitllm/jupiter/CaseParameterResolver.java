package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a golden-set method its case; claims nothing that another extension may want to resolve. */
final class CaseParameterResolver implements ParameterResolver {

    private final CaseRun run;

    CaseParameterResolver(CaseRun run) {
        this.run = run;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == GoldenCase.class
                || type == Actual.class
                || type == CaseScope.class
                || parameter.isAnnotated(Input.class)
                || parameter.isAnnotated(Expected.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.isAnnotated(Input.class)) {
            return bound(() -> run.golden().input(parameter.getParameter().getParameterizedType()));
        }
        if (parameter.isAnnotated(Expected.class)) {
            return bound(() -> run.golden().expected(parameter.getParameter().getParameterizedType()));
        }
        if (type == CaseScope.class) {
            return run.scope();
        }
        return type == Actual.class ? run.actual() : run.golden();
    }

    private Object bound(Supplier<Object> binding) {
        try {
            return binding.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterResolutionException(run.redact(String.valueOf(e.getMessage())), run.redact(e));
        }
    }
}
