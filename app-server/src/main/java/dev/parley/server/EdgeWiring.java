package dev.parley.server;

import dev.parley.application.Limits;
import dev.parley.application.access.AdmitCall;
import dev.parley.application.access.CallLimits;
import dev.parley.application.access.Guesses;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.audio.AudioLinks;
import dev.parley.application.audio.FetchAudio;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Voices;
import dev.parley.application.session.OpenSession;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.RunVoices;
import dev.parley.grpc.GrpcServer;
import dev.parley.grpc.GrpcSettings;
import dev.parley.grpc.GrpcWalks;
import dev.parley.grpc.audio.RecordingWalks;
import dev.parley.grpc.dialogue.DialogueWalks;
import dev.parley.grpc.session.SessionWalks;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Tasks;
import dev.parley.rest.RestSettings;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Which class gets which, of those that callers reach. */
@Factory
final class EdgeWiring {

    @Singleton
    AudioLinks audioLinks(ServerSecrets secrets, Limits limits) {
        return new AudioLinks(secrets.linkKey(), limits.audioAge());
    }

    @Singleton
    FetchAudio fetchAudio(AudioLinks links, Tasks tasks, AudioStore store, InstantSource clock) {
        return new FetchAudio(links, tasks, store, clock);
    }

    @Singleton
    RestSettings restSettings(ServerConfig config, BeanProvider<EmbeddedServer> server) {
        return new RestSettings(config.strict(), new PublicUrl(config, server), config.trustedProxies());
    }

    @Singleton
    GrpcServer grpcServer(ServerConfig config, GrpcWalks walks) {
        return new GrpcServer(
                new GrpcSettings(
                        config.bind(),
                        config.grpcPort(),
                        config.strict(),
                        config.limits().bodyBytesMax(),
                        config.limits().stopPatience(),
                        config.trustedProxies()),
                walks);
    }

    /** One for both edges: a key's calls are counted together. */
    @Singleton
    AdmitCall admitCall(Authenticate authenticate, KeyHasher hasher, InstantSource clock) {
        return new AdmitCall(authenticate, new Guesses(hasher, clock), new CallLimits(clock));
    }

    @Singleton
    GrpcWalks grpcWalks(
            AdmitCall admit,
            DialogueWalks dialogue,
            RecordingWalks recordings,
            HearPreview previews,
            SessionWalks sessions,
            Catalog catalog,
            Voices voices,
            RunVoices ownVoices,
            ReadCredits credits,
            AudioUrls urls) {
        return new GrpcWalks(
                admit, dialogue, recordings, previews, sessions, catalog, voices, ownVoices, credits, urls::of);
    }

    @Singleton
    SessionWalks sessionWalks(OpenSession open, OpenSessions sessions) {
        return new SessionWalks(open, sessions::breakOff);
    }

    @Singleton
    RecordingWalks recordingWalks(ReceiveUploads receive, FetchUploads fetch, Limits limits) {
        return new RecordingWalks(receive, fetch, limits.uploadBytesMax(), limits.transcriptionBytesMax());
    }

    @Singleton
    DialogueWalks dialogueWalks(
            PrepareOrder prepare,
            StreamOrder stream,
            LiveStreams streams,
            SubmitTask submit,
            ReadTasks read,
            CancelTask cancel) {
        return new DialogueWalks(prepare, stream, streams, submit, read, cancel);
    }
}
