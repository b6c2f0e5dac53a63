package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email|jane.doe+test@mail.example.co.uk",
                "email|\u00fcnal@m\u00fcller.example",
                "payment-card|4111111111111111",
                "payment-card|4111 1111 1111 1111",
                "payment-card|4111-1111-1111-1111",
                "payment-card|5555555555554444",
                "payment-card|2223003122003222",
                "payment-card|3782 822463 10005",
                "payment-card|371449635398431",
                "payment-card|30569309025904",
                "payment-card|6011111111111117",
                "payment-card|3530111333300000",
                "payment-card|4222222222222",
                "payment-card|6759649826438453",
                "iban|DE89370400440532013000",
                "iban|DE89 3704 0044 0532 0130 00",
                "iban|GB82 WEST 1234 5698 7654 32",
                "iban|NO93 8601 1117 947",
                "iban|MT84MALT011000012345MTLCAST001S",
                "us-ssn|536-90-4399",
                "us-ssn|899-12-0001",
            })
    void isRemoved(String rule, String data) {
        String replacement = "[REDACTED:" + rule + "]";

        assertThat(Rules.redact("it is " + data + ", she says")).isEqualTo("it is " + replacement + ", she says");
        assertThat(Rules.redact("(" + data + ").")).isEqualTo("(" + replacement + ").");
        assertThat(Rules.redact(data)).isEqualTo(replacement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4111 1111 1111 1111 12/27|[REDACTED:payment-card] 12/27",
                "no 25 4111 1111 1111 1111|no 25 [REDACTED:payment-card]",
                "DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX|[REDACTED:iban] BIC COBADEFFXXX",
                "SSN: 536904399|SSN: [REDACTED:us-ssn]",
                "Social Security number 536 90 4399|Social Security number [REDACTED:us-ssn]",
                "<jane@example.org>, bob@example.org|<[REDACTED:email]>, [REDACTED:email]",
                "case 'jane@example.org', \"bob@example.org\"|case '[REDACTED:email]', \"[REDACTED:email]\"",
            })
    void isRemovedAmidOtherThings(String text, String safe) {
        assertThat(Rules.redact(text)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "4111 1111 1111 1112",
                "1111111111111117",
                "41 1111 111111 11 1111",
                "order4111111111111111",
                "0.4111111111111111",
                "DE88370400440532013000",
                "XX89370400440532013000",
                "DE893704004405320130001",
                "000-12-3456",
                "666-12-3456",
                "912-12-3456",
                "123-00-4567",
                "123-45-0000",
                "078-05-1120",
                "0536-90-4399",
                "git@github.com:owner/repository.git",
                "icon@2x.png",
                "ssh://deploy@host.example.org/x",
                "lodash@4.17.21",
                "@Test void a() { @ParameterizedTest }",
                "jane at example.org",
            })
    void isNotSeenWhereThereIsNone(String harmless) {
        assertThat(Rules.redact(harmless)).isEqualTo(harmless);
    }
}
