package dev.parley.grpc.session;

import static dev.parley.grpc.auth.ApiKeyInterceptor.caller;

import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.v1.ConverseRequest;
import dev.parley.v1.ConverseResponse;
import dev.parley.v1.SessionServiceGrpc;
import dev.parley.v1.SpeakSessionRequest;
import dev.parley.v1.SpeakSessionResponse;
import dev.parley.v1.TranscribeSessionRequest;
import dev.parley.v1.TranscribeSessionResponse;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;

/** {@code parley.v1.SessionService}. */
public final class SessionEndpoint implements SessionServiceGrpc.AsyncService, BindableService {

    private final SessionWalks walks;
    private final Executor threads;

    /** @param threads for those that wait, each for as long as its call lasts */
    public SessionEndpoint(SessionWalks walks, Executor threads) {
        this.walks = walks;
        this.threads = threads;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return SessionServiceGrpc.bindService(this);
    }

    @Override
    public StreamObserver<SpeakSessionRequest> speakSession(StreamObserver<SpeakSessionResponse> answer) {
        return serve(new SpeechTalk(), answer);
    }

    @Override
    public StreamObserver<TranscribeSessionRequest> transcribeSession(
            StreamObserver<TranscribeSessionResponse> answer) {
        return serve(new TranscriptTalk(), answer);
    }

    @Override
    public StreamObserver<ConverseRequest> converse(StreamObserver<ConverseResponse> answer) {
        return serve(new AgentTalk(), answer);
    }

    private <Q, A> StreamObserver<Q> serve(Talk<Q, A> talk, StreamObserver<A> answer) {
        var caller = caller();
        var sent = new SentMessages<Q>((ServerCallStreamObserver<A>) answer);
        var pump = new SessionPump<>(talk, sent);
        PacedCaller.serve(answer, threads, client -> pump.run(client, caller, walks.open()));
        return sent;
    }
}
