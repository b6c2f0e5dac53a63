package dev.junitllm.judge.http;

import dev.junitllm.ConfigurationException;
import dev.junitllm.Printable;
import okhttp3.HttpUrl;

/** The address under which an API's paths lie. */
public final class BaseUrl {

    private BaseUrl() {}

    /**
     * Reads an address.
     *
     * @param source where it was set, for messages, such as the setting's name
     * @param address an address of http or https, without a user or password; a query is kept
     * @return the address
     * @throws ConfigurationException naming the source, where it is anything else
     */
    public static HttpUrl of(String source, String address) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new ConfigurationException("%s is '%s', but must be an address that begins with http:// or https://"
                    .formatted(source, Printable.line(address, 100)));
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw new ConfigurationException(
                    "%s holds a user or password, which an address shows everywhere; give a key by the environment"
                            .formatted(source));
        }
        return url;
    }
}
