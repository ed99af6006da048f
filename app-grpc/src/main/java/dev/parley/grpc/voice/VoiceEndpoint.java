package dev.parley.grpc.voice;

import static dev.parley.grpc.auth.ApiKeyInterceptor.caller;

import dev.parley.application.voice.RunVoices;
import dev.parley.grpc.catalog.VoiceMapping;
import dev.parley.grpc.dialogue.PacedCaller;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.v1.DeleteVoiceRequest;
import dev.parley.v1.DeleteVoiceResponse;
import dev.parley.v1.EditVoiceRequest;
import dev.parley.v1.EditVoiceResponse;
import dev.parley.v1.SaveVoiceRequest;
import dev.parley.v1.SaveVoiceResponse;
import dev.parley.v1.VoiceServiceGrpc;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** {@code parley.v1.VoiceService}. */
public final class VoiceEndpoint implements VoiceServiceGrpc.AsyncService, BindableService {

    private final RunVoices voices;
    private final Executor threads;

    /** @param threads for those that wait for a provider */
    public VoiceEndpoint(RunVoices voices, Executor threads) {
        this.voices = voices;
        this.threads = threads;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return VoiceServiceGrpc.bindService(this);
    }

    @Override
    public void saveVoice(SaveVoiceRequest request, StreamObserver<SaveVoiceResponse> answer) {
        var caller = caller();
        var profile = ProfileMapping.profile(request);
        serve(answer, () -> {
            var saved = MalformedRequest.naming(
                    ProfileMapping::ofSaved, () -> voices.save(caller, request.getGeneratedVoiceId(), profile));
            return SaveVoiceResponse.newBuilder()
                    .setVoice(VoiceMapping.own(saved))
                    .build();
        });
    }

    @Override
    public void editVoice(EditVoiceRequest request, StreamObserver<EditVoiceResponse> answer) {
        var caller = caller();
        var edit = ProfileMapping.edit(request);
        serve(answer, () -> {
            var edited = MalformedRequest.naming(
                    ProfileMapping::ofEdited, () -> voices.edit(caller, request.getVoiceId(), edit));
            return EditVoiceResponse.newBuilder()
                    .setVoice(VoiceMapping.own(edited))
                    .build();
        });
    }

    @Override
    public void deleteVoice(DeleteVoiceRequest request, StreamObserver<DeleteVoiceResponse> answer) {
        var caller = caller();
        serve(answer, () -> {
            voices.delete(caller, request.getVoiceId());
            return DeleteVoiceResponse.getDefaultInstance();
        });
    }

    /** Apart from the call's own thread, so that whoever leaves meanwhile is noticed and not written to. */
    private <T> void serve(StreamObserver<T> answer, Supplier<T> walk) {
        PacedCaller.serve(answer, threads, client -> {
            client.send(walk.get());
            client.done();
        });
    }
}
