package dev.parley.grpc.auth;

import dev.parley.application.access.CallSlot;
import dev.parley.application.access.Standing;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Follows each call to its end, and tells how its key stands with its rate. Around everything that may end a call. */
public final class CallSlots implements ServerInterceptor {

    private static final Metadata.Key<String> POLICY =
            Metadata.Key.of(Standing.POLICY_HEADER, Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> STATE =
            Metadata.Key.of(Standing.STATE_HEADER, Metadata.ASCII_STRING_MARSHALLER);
    private static final Context.Key<CallSlot> CURRENT = Context.key("parley-call");

    static CallSlot current() {
        return CURRENT.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var slot = new CallSlot();
        var context = Context.current().withValue(CURRENT, slot);
        return new Followed<>(slot, Contexts.interceptCall(context, new Telling<>(slot, call), headers, next));
    }

    private static final class Telling<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final CallSlot slot;
        private boolean told;

        Telling(CallSlot slot, ServerCall<Q, A> call) {
            super(call);
            this.slot = slot;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            tell(headers);
            super.sendHeaders(headers);
        }

        /** The slot is free before the caller knows of the end: their next call may come at once. */
        @Override
        public void close(Status status, Metadata trailers) {
            slot.close();
            if (!told) {
                tell(trailers);
            }
            super.close(status, trailers);
        }

        private void tell(Metadata metadata) {
            told = true;
            slot.standing().ifPresent(standing -> {
                metadata.put(POLICY, standing.policy());
                metadata.put(STATE, standing.state());
            });
        }
    }

    private static final class Followed<Q> extends SimpleForwardingServerCallListener<Q> {
        private final CallSlot slot;

        Followed(CallSlot slot, ServerCall.Listener<Q> inside) {
            super(inside);
            this.slot = slot;
        }

        @Override
        public void onCancel() {
            slot.close();
            super.onCancel();
        }

        @Override
        public void onComplete() {
            slot.close();
            super.onComplete();
        }
    }
}
