package dev.junitllm;

/** Has something to say of a golden set that has ended. */
@FunctionalInterface
public interface EndRemark {

    /**
     * Says it. Called once, when no case of the test runs any more and before the summary is shown.
     *
     * @param whole whether every sample of every case of the set ran and was scored: none was picked, filtered, left out or ended in an error
     * @return a sentence without its full stop, free of secrets; empty where there is nothing to say
     */
    String say(boolean whole);
}
