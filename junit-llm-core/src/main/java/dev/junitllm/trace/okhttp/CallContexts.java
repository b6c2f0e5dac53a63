package dev.junitllm.trace.okhttp;

import io.opentelemetry.context.Context;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * What was current where a call was made. OkHttp runs what is enqueued on threads of its own, where nothing is. Its listeners'
 * factory is the one thing that it asks on the thread that makes a call.
 */
final class CallContexts implements EventListener.Factory {

    private final EventListener.Factory listeners;

    /** A call that is never made is forgotten with the call. */
    private final Map<Call, Context> contexts = Collections.synchronizedMap(new WeakHashMap<>());

    CallContexts(EventListener.Factory listeners) {
        this.listeners = listeners;
    }

    @Override
    public EventListener create(Call call) {
        contexts.put(call, Context.current());
        return listeners.create(call);
    }

    /** What was current where a call was made, else what is current now. */
    Context of(Call call) {
        Context noted = contexts.remove(call);
        return noted == null ? Context.current() : noted;
    }
}
