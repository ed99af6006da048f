package dev.parley.grpc.error;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Ends a call with the status of whatever the interceptors and services inside throw, so that those need no catch. */
public final class RefusalInterceptor implements ServerInterceptor {

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        try {
            return new Guarded<>(call, next.startCall(call, headers));
        } catch (RuntimeException e) {
            close(call, e);
            return new ServerCall.Listener<>() {};
        }
    }

    private static void close(ServerCall<?, ?> call, RuntimeException thrown) {
        var refused = RefusalStatus.of(thrown);
        var trailers = refused.getTrailers();
        call.close(refused.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    /** Calls back no more once something was thrown: the call has ended. */
    private static final class Guarded<Q> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, ?> call;
        private boolean ended;

        Guarded(ServerCall<Q, ?> call, ServerCall.Listener<Q> inside) {
            super(inside);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guard(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guard(super::onHalfClose);
        }

        @Override
        public void onReady() {
            guard(super::onReady);
        }

        private void guard(Runnable callback) {
            if (ended) {
                return;
            }
            try {
                callback.run();
            } catch (RuntimeException e) {
                ended = true;
                close(call, e);
            }
        }
    }
}
