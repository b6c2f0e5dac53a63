package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.CaseScope;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Records and replays what the application under test asks a model by OkHttp, beside what judges are asked:
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * void answers(GoldenCase golden, Actual actual, CaseScope scope) {
 *     OkHttpClient client = http.newBuilder().addInterceptor(CassetteInterceptor.of(scope)).build();
 *     actual.output(new Bot(client).answer(golden.input()));
 * }
 * }</pre>
 *
 * <p>Where the application keeps one client, {@link #shared()} makes an interceptor that is told by {@link #during} which case
 * a thread works for. A call is known by its method, address and body, the sample, and how many equal calls of the sample came
 * before it; by no header. Ports of loopback addresses don't count. Only answers of a status from 200 to 299 are recorded, and
 * they are read whole first. What is missing ends the case as an ERROR even where the application catches the exception.
 *
 * <p>To be added by {@code addInterceptor}, not {@code addNetworkInterceptor}. Safe for use by several threads.
 */
public final class CassetteInterceptor implements Interceptor {

    private final @Nullable CaseTape only;

    /** Two clients may work for different cases on one thread, so each interceptor knows its own. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable CaseTape> current = new ThreadLocal<>();

    private CassetteInterceptor(@Nullable CaseTape only) {
        this.only = only;
    }

    /**
     * Records for one case, on whatever threads.
     *
     * @param scope the case: a parameter of the test method
     * @return the interceptor
     */
    public static CassetteInterceptor of(CaseScope scope) {
        return new CassetteInterceptor(new CaseTape(scope));
    }

    /**
     * Records for the case that a thread was given by {@link #during}. A call on any other thread fails, unless its request
     * carries the case as a tag: {@code request.newBuilder().tag(CaseScope.class, scope)}.
     *
     * @return the interceptor
     */
    public static CassetteInterceptor shared() {
        return new CassetteInterceptor(null);
    }

    /**
     * Calls of this thread belong to a case until the result is closed.
     *
     * @param scope the case
     * @return to be closed, on the same thread
     */
    public Binding during(CaseScope scope) {
        CaseTape before = current.get();
        current.set(new CaseTape(scope));
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** That calls of a thread belong to a case. */
    @FunctionalInterface
    public interface Binding extends AutoCloseable {

        /** Ends it. */
        @Override
        void close();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CaseTape tape = tape(chain.request());
        Cassettes all = Cassettes.of(tape.scope());
        if (all.settings().mode() == CassetteMode.LIVE) {
            return chain.proceed(chain.request());
        }
        Optional<Cassette> kept = all.cassette(tape.scope());
        if (kept.isEmpty()) {
            return chain.proceed(chain.request());
        }
        Cassette cassette = kept.get();
        Optional<Asked> asked = tape.asked(chain.request());
        if (asked.isEmpty()) {
            return unkept(chain, tape, cassette);
        }
        Optional<ObjectNode> recorded = cassette.replay(asked.get());
        if (recorded.isPresent() && recorded.get().has(PersonalData.REMOVED)) {
            return notAsItWas(chain, tape, cassette, recorded.get());
        }
        if (recorded.isPresent()) {
            tape.scope().replayed();
            return HttpAnswer.response(recorded.get(), chain.request());
        }
        if (cassette.settings().mode() == CassetteMode.REPLAY) {
            throw missing(
                    tape, cassette, CassetteMessages.missing(cassette, asked.get(), CassetteMessages.onlyReplay()));
        }
        return record(chain.proceed(chain.request()), tape, cassette, asked.get());
    }

    private static Response record(Response response, CaseTape tape, Cassette cassette, Asked asked)
            throws IOException {
        if (!response.isSuccessful()) {
            return response;
        }
        HttpAnswer answer = HttpAnswer.read(response);
        answer.kept(tape.redactor()).ifPresentOrElse(reply -> cassette.record(asked, reply), cassette::refuse);
        return answer.again();
    }

    /** The application must not get an answer of which something was removed as if it were what the server said. */
    private static Response notAsItWas(Chain chain, CaseTape tape, Cassette cassette, ObjectNode recorded)
            throws IOException {
        if (cassette.settings().mode() == CassetteMode.REPLAY) {
            throw missing(
                    tape,
                    cassette,
                    CassetteMessages.notAsItWas(
                            cassette, recorded, chain.request().url().host()));
        }
        return chain.proceed(chain.request());
    }

    /** A body that is sent once, as it is made, can't be looked at. */
    private static Response unkept(Chain chain, CaseTape tape, Cassette cassette) throws IOException {
        if (cassette.settings().mode() == CassetteMode.REPLAY) {
            throw missing(
                    tape,
                    cassette,
                    "the body of the request to %s can be read only once, so it is in no recording"
                            .formatted(chain.request().url().host()));
        }
        cassette.refuse();
        return chain.proceed(chain.request());
    }

    private static IOException missing(CaseTape tape, Cassette cassette, String message) {
        tape.scope().unanswered(cassette.settings().absentKind(), message);
        return new IOException(message);
    }

    private CaseTape tape(Request request) throws IOException {
        CaseScope tagged = request.tag(CaseScope.class);
        CaseTape bound = only == null ? current.get() : only;
        if (tagged != null && (bound == null || bound.scope() != tagged)) {
            return new CaseTape(tagged);
        }
        if (bound == null) {
            throw new IOException(
                    "a call to %s, but this thread was given no case to record it for: use during(scope), or tag the request with it"
                            .formatted(request.url().host()));
        }
        return bound;
    }
}
