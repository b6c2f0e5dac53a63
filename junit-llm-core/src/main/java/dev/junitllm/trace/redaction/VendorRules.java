package dev.junitllm.trace.redaction;

import java.util.List;

/** Keys and tokens that their vendors mark by how they begin. */
final class VendorRules {

    /** Not \b, which looks back over all combining marks before it, at each of them again. */
    private static final String BEGINS = "(?<![A-Za-z0-9_])";

    private static final String ENDS = "(?![A-Za-z0-9_])";

    private VendorRules() {}

    static List<RedactionRule> all() {
        return List.of(
                rule("anthropic-key", "sk-ant-[A-Za-z0-9_-]{16,}+", "sk-ant-"),
                rule("openai-key", "sk-(?:proj|svcacct|admin|or|lf)-[A-Za-z0-9_-]{20,}+", "sk-"),
                rule("openai-key", "sk-(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{20,}+", "sk-"),
                rule("google-key", "AIza[A-Za-z0-9_-]{35}", "AIza"),
                rule("google-oauth", "(?:ya29\\.[A-Za-z0-9_-]{20,}+|GOCSPX-[A-Za-z0-9_-]{20,}+)", "ya29.", "GOCSPX-"),
                rule("aws-key", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}" + ENDS, "AKIA", "ASIA", "ABIA", "ACCA"),
                rule(
                        "github-token",
                        "(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50,}+)",
                        "ghp_",
                        "gho_",
                        "ghu_",
                        "ghs_",
                        "ghr_",
                        "github_pat_"),
                rule(
                        "gitlab-token",
                        "gl(?:pat|dt|rt|cbt|ptt|soat)-[A-Za-z0-9_-]{20,}+",
                        "glpat-",
                        "gldt-",
                        "glrt-",
                        "glcbt-",
                        "glptt-",
                        "glsoat-"),
                rule("slack-token", "xox[abceprs]-[A-Za-z0-9-]{10,}+", "xox"),
                rule("slack-token", "xapp-[0-9]-[A-Za-z0-9-]{10,}+", "xapp-"),
                RedactionRule.of("slack-webhook", "hooks\\.slack\\.com/(?<secret>[A-Za-z0-9/_-]{16,}+)")
                        .beginningWith(Word.exactly("hooks.slack.com/")),
                rule("stripe-key", "[rs]k_(?:test|live|prod)_[A-Za-z0-9]{10,}+", "sk_", "rk_"),
                rule("stripe-key", "whsec_[A-Za-z0-9+/=]{20,}+", "whsec_"),
                rule("hugging-face-token", "hf_[A-Za-z]{34}" + ENDS, "hf_"),
                rule("npm-token", "npm_[A-Za-z0-9]{36}" + ENDS, "npm_"),
                rule("pypi-token", "pypi-[A-Za-z0-9_-]{50,}+", "pypi-"),
                rule("sendgrid-key", "SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{32,64}+", "SG."),
                rule("databricks-token", "dapi[a-f0-9]{32}(?:-[0-9]{1,3})?" + ENDS, "dapi"),
                rule("perplexity-key", "pplx-[A-Za-z0-9]{40,}+", "pplx-"),
                rule("groq-key", "gsk_[A-Za-z0-9]{40,}+", "gsk_"),
                rule("xai-key", "xai-[A-Za-z0-9]{60,}+", "xai-"),
                rule("replicate-token", "r8_[A-Za-z0-9]{37}" + ENDS, "r8_"),
                rule("langsmith-key", "lsv2_[a-z]{2}_[a-f0-9]{32}_[a-f0-9]{10}" + ENDS, "lsv2_"),
                RedactionRule.of(
                                "azure-key",
                                "(?i)(?:AccountKey|SharedAccessKey|SharedAccessSignature)=(?<secret>[A-Za-z0-9+/=%&.-]{20,}+)")
                        .beginningWith(Word.inAnyCase("AccountKey=", "SharedAccessKey=", "SharedAccessSignature=")));
    }

    private static RedactionRule rule(String name, String expression, String... words) {
        return RedactionRule.of(name, BEGINS + expression).beginningWith(Word.exactly(words));
    }
}
