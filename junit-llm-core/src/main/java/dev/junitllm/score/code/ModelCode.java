package dev.junitllm.score.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code in a model's output, or why none can be told.
 *
 * @param code the code; empty where there is none
 * @param problem why there is none; empty where there is
 */
record ModelCode(String code, String problem) {

    /**
     * Finds the code: the only fenced block; of several the only one marked with the language, or the only one of those that
     * defines the entry point; without any block the whole output.
     *
     * @param output the model's
     * @param language what it should be written in
     * @param entryPoint what it should define, or empty
     * @param whole whether the whole output is code, whatever stands in it
     * @return the code, or why there is none
     */
    static ModelCode in(String output, CodeLanguage language, String entryPoint, boolean whole) {
        List<FencedBlocks.Block> blocks = whole ? List.of() : FencedBlocks.in(output);
        if (blocks.isEmpty()) {
            return of(output, "the output is empty");
        }
        if (blocks.size() == 1) {
            return of(blocks.get(0).content(), "the output's code block is empty");
        }
        List<FencedBlocks.Block> marked = blocks.stream()
                .filter(block -> language.marks().contains(block.language()))
                .toList();
        List<FencedBlocks.Block> candidates = marked.isEmpty() ? blocks : marked;
        Optional<Pattern> definition = entryPoint.isEmpty() ? Optional.empty() : language.definitionOf(entryPoint);
        if (candidates.size() > 1 && definition.isPresent()) {
            candidates = candidates.stream()
                    .filter(block -> definition.get().matcher(block.content()).find())
                    .toList();
        }
        return candidates.size() == 1
                ? of(candidates.get(0).content(), "the output's code block is empty")
                : new ModelCode(
                        "",
                        "the output has %s code blocks, and which one is meant can't be told".formatted(blocks.size()));
    }

    boolean isPresent() {
        return problem.isEmpty();
    }

    /**
     * The code as a whole program: what completes a prompt goes behind it. Code that defines the entry point itself takes
     * the place of the prompt's definition, and keeps what the prompt says before it, such as imports.
     */
    String completing(String prompt, CodeLanguage language, String entryPoint) {
        Optional<Pattern> definition = entryPoint.isEmpty() ? Optional.empty() : language.definitionOf(entryPoint);
        if (definition.isEmpty() || !definition.get().matcher(code).find()) {
            return prompt + code;
        }
        Matcher inPrompt = definition.get().matcher(prompt);
        String before = inPrompt.find() ? prompt.substring(0, inPrompt.start()) : "";
        return before + code;
    }

    private static ModelCode of(String code, String problem) {
        return code.isBlank() ? new ModelCode("", problem) : new ModelCode(code, "");
    }
}
