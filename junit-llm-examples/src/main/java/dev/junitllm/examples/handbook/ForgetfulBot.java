package dev.junitllm.examples.handbook;

import java.util.List;

/**
 * The assistant after a change for the worse: somebody "simplified" the analyzer to Lucene's standard one and cut
 * retrieval to one passage. It compiles, answers fluently and breaks no ordinary test; words must now match to the
 * letter, and "how", "do" and "I" count like any others. Thread-safe.
 */
public final class ForgetfulBot implements HandbookAssistant {

    private final HandbookBot bot;

    /**
     * Makes an assistant for a handbook.
     *
     * @param handbook what to answer from
     */
    public ForgetfulBot(Handbook handbook) {
        this.bot = new HandbookBot(handbook, Analyzers.plain(), 1);
    }

    @Override
    public List<ScoredPassage> retrieve(String question) {
        return bot.retrieve(question);
    }

    @Override
    public String answer(String question, List<ScoredPassage> passages) {
        return bot.answer(question, passages);
    }
}
