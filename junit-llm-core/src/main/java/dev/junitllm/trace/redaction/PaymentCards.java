package dev.junitllm.trace.redaction;

import java.util.List;

/**
 * Numbers of payment cards: 13 to 19 digits that begin as an issuer's do, with Luhn's check digit (ISO/IEC 7812-1), in one
 * piece or in the groups that cards are printed in.
 */
final class PaymentCards {

    private static final int LEAST = 13;
    private static final int MOST = 19;
    private static final int PREFIX = 4;

    /** First and last of the first four digits of an issuer's cards, and how long those are. */
    private record Issuer(int from, int to, int least, int most) {

        boolean issues(int prefix, int length) {
            return prefix >= from && prefix <= to && length >= least && length <= most;
        }
    }

    private static final List<Issuer> ISSUERS = List.of(
            new Issuer(4000, 4999, 13, 13), // Visa
            new Issuer(4000, 4999, 16, 16),
            new Issuer(4000, 4999, 19, 19),
            new Issuer(5100, 5599, 16, 16), // Mastercard
            new Issuer(2221, 2720, 16, 16),
            new Issuer(3400, 3499, 15, 15), // American Express
            new Issuer(3700, 3799, 15, 15),
            new Issuer(3000, 3059, 14, 19), // Diners Club
            new Issuer(3600, 3699, 14, 19),
            new Issuer(3800, 3999, 14, 19),
            new Issuer(6011, 6011, 16, 19), // Discover
            new Issuer(6440, 6599, 16, 19),
            new Issuer(3528, 3589, 16, 19), // JCB
            new Issuer(6200, 6299, 16, 19), // UnionPay
            new Issuer(5018, 5018, 13, 19), // Maestro
            new Issuer(5020, 5020, 13, 19),
            new Issuer(5038, 5038, 13, 19),
            new Issuer(5893, 5893, 13, 19),
            new Issuer(6304, 6304, 13, 19),
            new Issuer(6759, 6763, 13, 19),
            new Issuer(2200, 2204, 16, 19), // Mir
            new Issuer(9792, 9792, 16, 16)); // Troy

    private PaymentCards() {}

    /** Where the card number ends that begins here; the start where none does. The candidate may run on into other digits. */
    static int end(String text, int start, int end) {
        StringBuilder digits = new StringBuilder();
        int found = start;
        for (int i = start; i < end; i++) {
            char one = text.charAt(i);
            if (one < '0' || one > '9') {
                continue;
            }
            digits.append(one);
            boolean stops = i + 1 == end || !isDigit(text.charAt(i + 1));
            if (stops && digits.length() >= LEAST && isCard(digits) && isGrouped(text, start, i + 1)) {
                found = i + 1;
            }
        }
        return found;
    }

    static boolean isCard(CharSequence digits) {
        int length = digits.length();
        if (length < LEAST || length > MOST) {
            return false;
        }
        int prefix = Integer.parseInt(digits, 0, PREFIX, 10);
        return ISSUERS.stream().anyMatch(issuer -> issuer.issues(prefix, length)) && passesLuhn(digits);
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** In one piece, in fours with a rest, or as 4-6-5 or 4-6-4. */
    private static boolean isGrouped(String text, int start, int end) {
        StringBuilder groups = new StringBuilder();
        char separator = 0;
        int group = 0;
        for (int i = start; i < end; i++) {
            char one = text.charAt(i);
            if (isDigit(one)) {
                group++;
            } else {
                if (separator != 0 && one != separator) {
                    return false;
                }
                separator = one;
                groups.append(group).append(' ');
                group = 0;
            }
        }
        String sizes = groups.append(group).toString();
        return separator == 0 || sizes.matches("4 4 4 [1-7]|4 4 4 4 [1-3]|4 6 [45]");
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
