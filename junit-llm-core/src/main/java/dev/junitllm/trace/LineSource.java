package dev.junitllm.trace;

/** Somebody who has lines of the log to tell. Used under the lock of {@link LogLines}. */
interface LineSource {

    /** Where there is nobody. */
    LineSource NONE = new LineSource() {

        @Override
        public boolean listen() {
            return false;
        }

        @Override
        public void stopListening() {
            // there is nothing to stop
        }
    };

    /**
     * Makes sure that lines are heard, each once, however often it is called.
     *
     * @return whether they are
     */
    boolean listen();

    /** Hears no more of them; does nothing where none were heard. */
    void stopListening();
}
