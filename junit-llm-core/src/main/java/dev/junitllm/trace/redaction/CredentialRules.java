package dev.junitllm.trace.redaction;

import java.util.List;

/** Secrets that are known by their form, or by what stands before them. */
final class CredentialRules {

    /** What stands in place of a value under a secret name. */
    static final String FIELD = "secret-field";

    private static final String BEGINS = "(?<![A-Za-z0-9_-])";

    /** Between a name and its value, also in JSON within JSON. */
    private static final String SETS = "\\\\{0,3}[\"']?[ \\t]{0,4}(?::=|=>|[:=])[ \\t]{0,4}\\\\{0,3}[\"']?";

    private static final String SCHEMES = "(?:(?:bearer|basic|digest|token|apikey|aws4-hmac-sha256)[ \\t]{1,4})?";

    private CredentialRules() {}

    /** Before the keys of vendors: a name that says more than they do, or a form that may hold one of them. */
    static List<RedactionRule> first() {
        return List.of(
                RedactionRule.of(
                                "private-key",
                                "-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]++|-(?!----)){1,40}+-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:[\\s\\\\nr]{1,8}[A-Za-z0-9+/=]{16,}+){1,100}+)")
                        .beginningWith(Word.exactly("-----BEGIN ")),
                RedactionRule.of("jwt", BEGINS + "eyJ[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+")
                        .beginningWith(Word.exactly("eyJ")),
                RedactionRule.of(
                                "url-credentials",
                                "://(?<secret>[^\\s/:@\"']{0,256}:[^\\s/@\"']{1,256}+(?:@[^\\s/@\"':]{1,256}+){0,3}(?=@))")
                        .beginningWith(Word.exactly("://")),
                RedactionRule.of(
                                "url-key",
                                "(?i)[?&;](?:key|api[_-]?key|apikey|(?:access|auth|id|refresh|session)[_-]?token|token|sig|signature|x-amz-signature|auth|password|passwd|secret|client_secret)=(?<secret>[^&\\s\"'#<>\\\\]{8,4000}+)")
                        .withWords(Word.inAnyCase(
                                "key=", "token=", "sig=", "signature=", "auth=", "password=", "passwd=", "secret="))
                        .when(SecretValues::inUrl));
    }

    static List<RedactionRule> last() {
        return List.of(
                RedactionRule.of(
                                "authorization",
                                "(?i)" + BEGINS
                                        + "(?:Bearer|Basic)\\s{1,4}+(?=[A-Za-z+/._~=-]{0,400}[0-9])[A-Za-z0-9+/._~=-]{16,}+")
                        .beginningWith(Word.inAnyCase("bearer", "basic")),
                RedactionRule.of(
                                "authorization",
                                "(?i)(?<![A-Za-z0-9])authorization" + SETS + SCHEMES
                                        + "(?<secret>[^\\s\"'\\\\]{8,8000}+)")
                        .beginningWith(Word.naming("authorization"))
                        .when(SecretValues::unguessable),
                RedactionRule.of(
                                "cookie",
                                "(?i)(?<![A-Za-z0-9])cookie\\\\{0,3}[\"']?[ \\t]{0,4}:[ \\t]{0,4}\\\\{0,3}[\"']?"
                                        + "(?<secret>[A-Za-z0-9_.!#$%&*^|~+-]{1,100}+=[A-Za-z0-9][^\\r\\n\"'\\\\]{3,8000}+)")
                        .beginningWith(Word.naming("cookie")),
                RedactionRule.of(
                                FIELD,
                                "(?i)" + SecretNames.IN_TEXT + SETS
                                        + "(?<secret>(?<=\")[^\"\\\\\\r\\n]{8,4000}+|(?<=')[^'\\\\\\r\\n]{8,4000}+|[^\\s\"'\\\\,;&<>(){}\\[\\]]{8,4000}+)")
                        .beginningWith(Word.naming(SecretNames.WORDS))
                        .when(SecretValues::inText),
                RedactionRule.of(
                                FIELD,
                                "(?i)token(?<!(?:page|next|sync|cursor|continuation|stop|end|last)[_.-]?token)" + SETS
                                        + "(?<secret>[A-Za-z0-9._~+/=-]{16,4000}+)")
                        .beginningWith(Word.naming("token"))
                        .when(SecretValues::unguessable));
    }
}
