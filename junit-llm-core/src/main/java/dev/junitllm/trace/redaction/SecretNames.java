package dev.junitllm.trace.redaction;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of fields and headers that hold secrets. {@code max_tokens}, {@code token_count} or {@code primary_key} are none. */
final class SecretNames {

    /** What such names end in, in text; a name's beginning needs not be looked at. */
    static final String IN_TEXT = "(?:password|passwd|passphrase|pwd|secret|credentials?"
            + "|key(?<=(?:api|app|secret|private|access|account|subscription|encryption|signing|functions)[ _.-]?key)"
            + "|token(?<=(?:access|refresh|auth|bearer|session|api|bot|security|private|(?<![a-z])id)[ _.-]?token)"
            + "|url(?<=(?:alert|webhook)_url))";

    /** What the ends of such names end in. */
    static final String[] WORDS = {
        "password", "passwd", "passphrase", "pwd", "secret", "credential", "credentials", "key", "token", "url"
    };

    private static final String[] HEADERS = {"authorization", "cookie"};

    private static final Pattern SURE = Pattern.compile("(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|CREDENTIALS?"
            + "|(?:API|APP|SECRET|PRIVATE|ACCESS|ACCOUNT|SUBSCRIPTION|ENCRYPTION|SIGNING|FUNCTIONS)_?KEY"
            + "|(?:ACCESS|REFRESH|AUTH|BEARER|SESSION|API|BOT|SECURITY|PRIVATE|ID)_?TOKEN"
            + "|AUTHORIZATION|COOKIE|ALERT_URL|WEBHOOK_URL)$");

    private static final Pattern LIKELY =
            Pattern.compile("(?:^|(?<!PAGE|NEXT|SYNC|CURSOR|CONTINUATION|STOP|END|LAST)_)TOKEN$");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** The letters that these words end in. */
    private static final String LAST = "delnsty";

    private static final int LOWER_CASE = 0x20;
    private static final char ASCII = 0x80;
    private static final int LONGEST = 100;

    private SecretNames() {}

    /** Whether the values of fields of this name are secrets, whatever they look like. */
    static boolean isSure(String name) {
        return mayEnd(name) && SURE.matcher(normal(name)).find();
    }

    /** Whether the values of fields of this name are secrets where they look like it. */
    static boolean isLikely(String name) {
        return mayEnd(name) && LIKELY.matcher(normal(name)).find();
    }

    /** Whether the values of fields of this name may be secrets. */
    static boolean mayBe(String name) {
        return isSure(name) || isLikely(name);
    }

    /** Most names are no secret's; what they end in says so fast. */
    private static boolean mayEnd(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && mayBeLast(name.charAt(name.length() - 1))
                && (endsInOneOf(name, WORDS) || endsInOneOf(name, HEADERS));
    }

    /** Letters outside ASCII may be the upper case of one inside. */
    private static boolean mayBeLast(char last) {
        return last >= ASCII || LAST.indexOf(last | LOWER_CASE) >= 0;
    }

    private static boolean endsInOneOf(String name, String[] words) {
        for (String word : words) {
            if (name.regionMatches(true, name.length() - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String name) {
        return HUMP.matcher(name)
                .replaceAll("_")
                .replace('.', '_')
                .replace('-', '_')
                .replace(' ', '_')
                .toUpperCase(Locale.ROOT);
    }
}
