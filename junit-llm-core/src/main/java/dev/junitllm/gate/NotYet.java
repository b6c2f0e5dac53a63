package dev.junitllm.gate;

/** Attributes that are named and not obeyed yet: to set one is an error, so that no gate is weaker than it reads. */
final class NotYet {

    private NotYet() {}

    static void refuse(String attribute, boolean set) {
        if (set) {
            throw new IllegalArgumentException(attribute + " can't be set yet");
        }
    }
}
