package dev.junitllm.examples.handbook.agent;

import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.Passage;
import dev.junitllm.examples.handbook.ScoredPassage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans by rules: small talk needs no tool; anything else is searched for and read, and where the question names a date and
 * the section a term, the days are counted. Thread-safe.
 */
public final class RulePlanner implements Planner {

    private static final Pattern SMALL_TALK =
            Pattern.compile("^(hi|hello|good (morning|evening)|thanks?|thank you|bye)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}\\b");

    private static final Pattern TERM = Pattern.compile("\\b(\\d{1,3}) (days|weeks)\\b");

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final int MOST_READ = 2;

    private final HandbookAssistant assistant;

    /**
     * Makes a planner.
     *
     * @param assistant says what a section answers
     */
    public RulePlanner(HandbookAssistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public Decision next(String question, List<Observation> soFar) {
        if (SMALL_TALK.matcher(question).find()) {
            return Decision.answer("They are being polite.", "Hello! Ask me anything about the handbook.");
        }
        if (soFar.isEmpty()) {
            return Decision.use("The handbook may say. I search it.", Action.SEARCH, Map.of("query", question));
        }
        Observation last = soFar.get(soFar.size() - 1);
        return switch (last.action().tool()) {
            case Action.READ -> afterReading(question, last, soFar);
            case Action.ADD_DAYS ->
                Decision.answer(
                        "I have the date.",
                        "Until " + LocalDate.parse(last.result()).format(IN_WORDS) + ".");
            default -> read(soFar);
        };
    }

    private Decision afterReading(String question, Observation read, List<Observation> soFar) {
        Optional<String> date =
                DATE.matcher(question).results().map(found -> found.group()).findFirst();
        Matcher term = TERM.matcher(read.result());
        if (date.isPresent() && term.find()) {
            int days = Integer.parseInt(term.group(1)) * (term.group(2).equals("weeks") ? 7 : 1);
            return Decision.use(
                    "The section gives a term of %s, and the question a date.".formatted(term.group()),
                    Action.ADD_DAYS,
                    Map.of(
                            "date", LocalDate.parse(date.get(), IN_WORDS).toString(),
                            "days", Integer.toString(days)));
        }
        String answer = assistant.answer(question, List.of(section(read)));
        return answer.equals(HandbookAssistant.NO_ANSWER)
                ? read(soFar)
                : Decision.answer("The section says it.", answer);
    }

    /** The best section that has not been read yet. */
    private static Decision read(List<Observation> soFar) {
        List<String> read = soFar.stream()
                .filter(done -> done.action().tool().equals(Action.READ))
                .map(done -> done.action().arguments().getOrDefault("id", ""))
                .toList();
        Optional<String> next = soFar.get(0)
                .result()
                .lines()
                .filter(id -> !read.contains(id))
                .findFirst()
                .filter(id -> read.size() < MOST_READ);
        return next.map(id -> Decision.use("%s looks best. I read it.".formatted(id), Action.READ, Map.of("id", id)))
                .orElseGet(() -> Decision.answer("I have found nothing.", HandbookAssistant.NO_ANSWER));
    }

    private static ScoredPassage section(Observation read) {
        String[] titleAndText = read.result().split("\n", 2);
        return new ScoredPassage(
                new Passage(read.action().arguments().getOrDefault("id", ""), titleAndText[0], titleAndText[1]), 1);
    }
}
