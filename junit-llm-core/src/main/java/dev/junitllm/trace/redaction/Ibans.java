package dev.junitllm.trace.redaction;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** International bank account numbers (ISO 13616): the length of the country's, and 1 as the rest of a division by 97. */
final class Ibans {

    private static final int COUNTRY = 2;
    private static final int CHECKED_LAST = 4;
    private static final int MODULUS = 97;

    private static final Map<String, Integer> LENGTHS = Stream.of(
                    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28",
                    "EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27",
                    "JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18",
                    "NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28",
                    "TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableMap(
                    one -> one.substring(0, COUNTRY), one -> Integer.parseInt(one.substring(COUNTRY))));

    private Ibans() {}

    /** Where the number ends that begins here; the start where none does. The candidate may run on into other words. */
    static int end(String text, int start, int end) {
        int length = LENGTHS.getOrDefault(text.substring(start, start + COUNTRY), 0);
        StringBuilder number = new StringBuilder();
        int at = start;
        while (at < end && number.length() < length) {
            char one = text.charAt(at++);
            if (one != ' ' && one != '-') {
                number.append(one);
            }
        }
        boolean whole = length > 0 && number.length() == length && (at == text.length() || !goesOn(text.charAt(at)));
        return whole && passes(number) ? at : start;
    }

    private static boolean goesOn(char one) {
        return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '_';
    }

    private static boolean passes(CharSequence number) {
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = Character.digit(number.charAt((i + CHECKED_LAST) % number.length()), 36);
            rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % MODULUS;
        }
        return rest == 1;
    }
}
