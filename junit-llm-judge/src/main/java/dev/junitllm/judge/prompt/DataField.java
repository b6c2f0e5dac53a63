package dev.junitllm.judge.prompt;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a case, or of what the application did with it, that a judge can be shown. */
public enum DataField {
    /** What went into the application: the case's input. */
    QUESTION("the case's 'input'") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return golden.input().isBlank() ? List.of() : List.of(given("", golden.input()));
        }
    },
    /** What the application answered. */
    ANSWER("an output: call actual.output(…)") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return List.of(made("", actual.output()));
        }
    },
    /** Every acceptable answer, each of which is enough. */
    REFERENCE(GoldenPart.ANSWER.fields()) {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return GoldenPart.ANSWER.isIn(golden) ? numbered("a", golden.acceptableAnswers()) : List.of();
        }

        @Override
        public Optional<GoldenPart> goldenPart() {
            return Optional.of(GoldenPart.ANSWER);
        }
    },
    /** The answer that the application's is compared with side by side: the expected one, else the first reference. */
    OTHER(GoldenPart.ANSWER.fields()) {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return GoldenPart.ANSWER.isIn(golden)
                    ? List.of(given("", golden.acceptableAnswers().get(0)))
                    : List.of();
        }

        @Override
        public Optional<GoldenPart> goldenPart() {
            return Optional.of(GoldenPart.ANSWER);
        }
    },
    /** What the application retrieved, best first; where it recorded nothing of the kind, the case's context. */
    CONTEXT("what was retrieved: call actual.retrieved(…), or add 'context' to the golden file") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            List<Document> documents = actual.hasRetrieved() ? actual.retrieved() : golden.context();
            List<DataPart> parts = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                String text = documents.get(i).text();
                parts.add(actual.hasRetrieved() ? made("c" + (i + 1), text) : given("c" + (i + 1), text));
            }
            return parts;
        }

        @Override
        boolean isPresent(GoldenCase golden, Actual actual) {
            return actual.hasRetrieved() || !golden.context().isEmpty(); // to have found nothing is something too
        }
    },
    /** The text that was to be summarised: the case's context, else its input. */
    SOURCE("'context' or 'input'") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return golden.context().isEmpty()
                    ? golden.input().isBlank() ? List.of() : List.of(given("", golden.input()))
                    : numbered(
                            "d", golden.context().stream().map(Document::text).toList());
        }
    },
    /** The conversation so far, and the application's answer as its last turn. */
    CONVERSATION(GoldenPart.MESSAGES.fields()) {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            if (golden.messages().isEmpty()) {
                return List.of();
            }
            List<DataPart> turns = new ArrayList<>(numbered(
                    "t",
                    golden.messages().stream()
                            .map(message -> message.role() + " says:\n" + message.content())
                            .toList()));
            turns.add(made("t" + (turns.size() + 1), "assistant says:\n" + actual.output()));
            return turns;
        }

        @Override
        public Optional<GoldenPart> goldenPart() {
            return Optional.of(GoldenPart.MESSAGES);
        }
    },
    /** The tool calls that the application made, in order; those of its trace with what came of each. */
    STEPS("tool calls: call actual.toolCall(…), or let the application be traced") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            List<DataPart> calls = new ArrayList<>();
            TakenSteps.of(actual).forEach(step -> calls.add(made("s" + (calls.size() + 1), step)));
            return calls;
        }

        @Override
        boolean isPresent(GoldenCase golden, Actual actual) {
            return true; // to have called nothing is something too
        }
    },
    /** The tools that the application had. */
    TOOLS("'tools' in its metadata") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return metadata("tools", golden);
        }

        @Override
        public Optional<String> metadataName() {
            return Optional.of("tools");
        }
    },
    /** What was to be reached. */
    GOALS("'goals' in its metadata") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return metadata("goals", golden);
        }

        @Override
        public Optional<String> metadataName() {
            return Optional.of("goals");
        }
    },
    /** The plan that was to be carried out: the case's, else the one the application recorded as an attribute, a step a line. */
    PLAN("'plan' in its metadata, or actual.attribute(\"plan\", …)") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            List<DataPart> plan = metadata("plan", golden);
            if (!plan.isEmpty()) {
                return plan;
            }
            List<DataPart> own = new ArrayList<>();
            actual.attributes()
                    .getOrDefault("plan", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> own.add(made("p" + (own.size() + 1), line.strip())));
            return own;
        }
    },
    /** What the person who asks needs from the answer. */
    NEEDS("'needs' in its metadata") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return metadata("needs", golden);
        }

        @Override
        public Optional<String> metadataName() {
            return Optional.of("needs");
        }
    },
    /** The role that the application is to keep in a conversation. */
    ROLE("'role' in its metadata") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return metadata("role", golden);
        }

        @Override
        public Optional<String> metadataName() {
            return Optional.of("role");
        }
    },
    /** A rubric that the case brings along. */
    RUBRIC("'rubric' in its metadata") {
        @Override
        List<DataPart> read(GoldenCase golden, Actual actual) {
            return metadata("rubric", golden);
        }

        @Override
        public Optional<String> metadataName() {
            return Optional.of("rubric");
        }
    };

    private final String source;

    DataField(String source) {
        this.source = source;
    }

    /**
     * What the field is called in prompts and in files of criteria.
     *
     * @return such as {@code question}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where it comes from, for the message that says it is missing.
     *
     * @return such as {@code 'expected' or 'references'}
     */
    public String source() {
        return source;
    }

    /**
     * The part of a golden case without which there is no such field.
     *
     * @return the part, or empty where it comes from elsewhere, or from several places
     */
    public Optional<GoldenPart> goldenPart() {
        return Optional.empty();
    }

    /**
     * The field of a golden case's metadata without which there is no such field.
     *
     * @return its name, or empty where it comes from elsewhere, or from several places
     */
    public Optional<String> metadataName() {
        return Optional.empty();
    }

    abstract List<DataPart> read(GoldenCase golden, Actual actual);

    boolean isPresent(GoldenCase golden, Actual actual) {
        return !read(golden, actual).isEmpty();
    }

    /** Written by whoever wrote the golden file. */
    DataPart given(String id, String text) {
        return DataPart.of(this, id, text, false);
    }

    /** Made or fetched by the application that is judged: it may hold anything. */
    DataPart made(String id, String text) {
        return DataPart.of(this, id, text, true);
    }

    List<DataPart> numbered(String prefix, List<String> texts) {
        List<DataPart> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            parts.add(given(texts.size() == 1 && this != CONVERSATION ? "" : prefix + (i + 1), texts.get(i)));
        }
        return parts;
    }

    List<DataPart> metadata(String name, GoldenCase golden) {
        return CaseMetadata.texts(golden, name).map(texts -> listed(texts)).orElse(List.of());
    }

    private List<DataPart> listed(List<String> texts) {
        List<DataPart> parts = new ArrayList<>();
        String prefix = label().substring(0, 1);
        for (int i = 0; i < texts.size(); i++) {
            parts.add(given(prefix + (i + 1), texts.get(i)));
        }
        return parts;
    }
}
