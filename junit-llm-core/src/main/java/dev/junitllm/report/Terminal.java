package dev.junitllm.report;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Whether somebody watches. A fork of Surefire or Gradle is never a terminal. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // null is the answer up to Java 21
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try { // since Java 22 there is a console even where there is no terminal, and it must be asked
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Colour only on a terminal, and never with NO_COLOR (see no-color.org). */
    static boolean isColorful(Map<String, String> environment, boolean interactive) {
        return interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
