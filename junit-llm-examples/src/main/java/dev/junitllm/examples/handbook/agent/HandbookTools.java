package dev.junitllm.examples.handbook.agent;

import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.Passage;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The agent's tools: they search the handbook, read it, and count days. Thread-safe. */
public final class HandbookTools implements Tools {

    private final Handbook handbook;
    private final HandbookAssistant search;

    /**
     * Makes the tools of a handbook.
     *
     * @param handbook what to read
     * @param search what to search it with
     */
    public HandbookTools(Handbook handbook, HandbookAssistant search) {
        this.handbook = handbook;
        this.search = search;
    }

    @Override
    public String use(Action action) {
        return switch (action.tool()) {
            case Action.SEARCH -> search(argument(action, "query"));
            case Action.READ -> read(argument(action, "id"));
            case Action.ADD_DAYS ->
                LocalDate.parse(argument(action, "date"))
                        .plusDays(Integer.parseInt(argument(action, "days")))
                        .toString();
            default -> throw new IllegalArgumentException("there is no tool " + action.tool());
        };
    }

    /** One line for each section that was found, best first. */
    private String search(String query) {
        return search.retrieve(query).stream()
                .map(found -> found.passage().id())
                .collect(Collectors.joining("\n"));
    }

    /** The title, then the text. */
    private String read(String id) {
        Passage section =
                handbook.passage(id).orElseThrow(() -> new IllegalArgumentException("there is no section " + id));
        return section.title() + "\n" + section.text();
    }

    private static String argument(Action action, String name) {
        String value = action.arguments().get(name);
        if (value == null) {
            throw new IllegalArgumentException(action.tool() + " needs " + name);
        }
        return value;
    }
}
