package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate an {@link ErrorBudget} asks for. */
final class ErrorBudgetFactory implements GateFactory<ErrorBudget> {

    @Override
    public Gate create(ErrorBudget annotation, RunScope scope) {
        return new ErrorBudgetGate(new ErrorLimit(Shares.belowOne("atMost", annotation.atMost())));
    }
}
