package dev.junitllm.jupiter;

import org.jspecify.annotations.Nullable;

/** A case ended as ERROR after its body had returned: a score could not be made. Not an assertion that failed. */
final class CaseErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseErrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
