package dev.junitllm.trace.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Data about people that are told from other data by their form and their check digits. */
final class PersonalRules {

    private static final int CARD_DIGITS = 13;
    private static final int IBAN_DIGITS = 9;
    private static final int SHORTEST_IBAN = 15;
    private static final int SSN_DIGITS = 9;

    /** What looks like an address, but is a picture or a file: icon@2x.png. */
    private static final Set<String> FILES = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "js", "mjs", "ts", "css", "html", "json", "yml", "yaml",
            "jar", "tgz", "zip", "gz", "md", "txt", "java", "class");

    private PersonalRules() {}

    static List<RedactionRule> all() {
        return List.of(
                RedactionRule.of(
                                "email",
                                "(?<![\\p{L}\\p{N}._%+@-]|://)[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,8}\\p{L}{2,24}(?![\\p{L}\\p{N}_-])")
                        .withWords(Word.exactly("@"))
                        .beginningAt(PersonalRules::beginsAddress)
                        .when(PersonalRules::address)
                        .personal(),
                RedactionRule.of(
                                "payment-card",
                                "(?<![A-Za-z0-9_.+-])[2-69](?:[ -]?[0-9]){12,18}(?![A-Za-z0-9_]|[.-][0-9])")
                        .withDigits(CARD_DIGITS)
                        .beginningAt(PersonalRules::beginsNumber)
                        .when(PaymentCards::end)
                        .personal(),
                RedactionRule.of("iban", "(?<![A-Za-z0-9_])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}")
                        .withDigits(IBAN_DIGITS)
                        .beginningAt(PersonalRules::beginsIban)
                        .when(Ibans::end)
                        .personal(),
                RedactionRule.of(
                                "us-ssn",
                                "(?<![A-Za-z0-9_.+/-])(?!000|666|9|078-05-1120|219-09-9999)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}(?![A-Za-z0-9_-]|\\.[0-9])")
                        .withDigits(SSN_DIGITS)
                        .beginningAt(PersonalRules::beginsHyphenated)
                        .personal(),
                RedactionRule.of(
                                "us-ssn",
                                "(?i)(?<![a-z])(?:ssn|social security (?:number|no))[\"']?[ :#=\"'.]{1,6}(?<secret>(?!000|666|9)[0-9]{3}[- ]?(?!00)[0-9]{2}[- ]?(?!0000)[0-9]{4})(?![0-9])")
                        .beginningWith(Word.inAnyCase("ssn", "social security"))
                        .personal());
    }

    private static boolean beginsAddress(String text, int at) {
        return at == 0 || ("._%+-".indexOf(text.charAt(at - 1)) < 0 && !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** Here, and not before, begin so many digits, with single blanks or hyphens between them. */
    private static boolean beginsNumber(String text, int at) {
        if (!isDigit(text.charAt(at)) || (at > 0 && isDigit(text.charAt(at - 1)))) {
            return false;
        }
        int digits = 0;
        for (int i = at; i < text.length() && digits < CARD_DIGITS; i++) {
            char one = text.charAt(i);
            if (isDigit(one)) {
                digits++;
            } else if ((one != ' ' && one != '-') || !isDigit(text.charAt(i - 1))) {
                return false;
            }
        }
        return digits == CARD_DIGITS;
    }

    private static boolean beginsHyphenated(String text, int at) {
        return text.length() > at + SSN_DIGITS + 1
                && text.charAt(at + 3) == '-'
                && text.charAt(at + 6) == '-'
                && isDigit(text.charAt(at));
    }

    private static boolean beginsIban(String text, int at) {
        return text.length() > at + SHORTEST_IBAN - 1
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3))
                && isCapital(text.charAt(at))
                && isCapital(text.charAt(at + 1));
    }

    private static boolean isCapital(char one) {
        return one >= 'A' && one <= 'Z';
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static int address(String text, int start, int end) {
        String top = text.substring(text.lastIndexOf('.', end - 1) + 1, end).toLowerCase(Locale.ROOT);
        boolean repository = text.startsWith("git@", start);
        return repository || FILES.contains(top) ? start : end;
    }
}
