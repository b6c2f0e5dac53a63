package dev.junitllm.trace.springai;

import java.util.ArrayList;
import java.util.List;

/** The kinds of observations that the modules on the class path make. */
final class SpringAiSteps {

    private SpringAiSteps() {}

    static List<SpringAiStep<?>> present() {
        List<SpringAiStep<?>> steps = new ArrayList<>();
        steps.add(new ChatModelStep());
        steps.add(new EmbeddingStep());
        steps.add(new ToolStep());
        if (isPresent("org.springframework.ai.chat.client.observation.ChatClientObservationContext")) {
            steps.add(new ChatClientStep());
            steps.add(new AdvisorStep());
        }
        if (isPresent("org.springframework.ai.vectorstore.observation.VectorStoreObservationContext")) {
            steps.add(new SearchStep());
        }
        return List.copyOf(steps);
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, SpringAiSteps.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
