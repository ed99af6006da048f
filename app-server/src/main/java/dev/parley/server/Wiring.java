package dev.parley.server;

import dev.parley.adapters.storage.disk.DiskAudioStore;
import dev.parley.application.Limits;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.audio.AudioLinks;
import dev.parley.application.audio.FetchAudio;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.catalog.Voices;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamDialogue;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.PrepareDialogue;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.grpc.GrpcServer;
import dev.parley.grpc.GrpcSettings;
import dev.parley.grpc.GrpcWalks;
import dev.parley.grpc.dialogue.DialogueWalks;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.store.Accounts;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.rest.RestSettings;
import dev.parley.rest.audio.AudioUrls;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Which class gets which: the only place that knows all of them. Stores come from their own module, as beans; configuration,
 * secrets, codecs and providers from {@link Gateway}.
 */
@Factory
final class Wiring {

    @Singleton
    Limits limits(ServerConfig config) {
        return config.limits();
    }

    /** Micronaut brings a clock of its own. */
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    AudioStore audioStore(ServerConfig config, InstantSource clock) throws IOException {
        return new DiskAudioStore(
                config.dataDir().resolve("audio"), config.limits().audioBytesMax(), clock);
    }

    @Singleton
    Catalog catalog(Providers providers, ServerConfig config) {
        return new Catalog(providers, config.tariff());
    }

    @Singleton
    Voices voices(Providers providers) {
        return new Voices(providers);
    }

    @Singleton
    KeyHasher keyHasher(ServerSecrets secrets) {
        return new KeyHasher(secrets.keyPepper());
    }

    @Singleton
    Authenticate authenticate(ApiKeys keys, KeyHasher hasher, InstantSource clock) {
        return new Authenticate(keys, hasher, clock);
    }

    @Singleton
    IssueKey issueKey(KeyHasher hasher, InstantSource clock) {
        return new IssueKey(hasher, clock, new SecureRandom());
    }

    @Singleton
    VerifyLedger verifyLedger(LedgerAudit audit) {
        return new VerifyLedger(audit);
    }

    @Singleton
    OpenFirstAccount openFirstAccount(
            Accounts accounts,
            ApiKeys keys,
            Ledger ledger,
            Transactions transactions,
            IssueKey issue,
            InstantSource clock) {
        return new OpenFirstAccount(accounts, keys, ledger, transactions, issue, clock);
    }

    @Singleton
    ReadCredits readCredits(Ledger ledger) {
        return new ReadCredits(ledger);
    }

    @Singleton
    PrepareDialogue prepareDialogue(Catalog catalog, Providers providers) {
        return new PrepareDialogue(catalog, providers);
    }

    /** Closed by the gateway, in its turn. */
    @Singleton
    TaskQueue taskQueue(TaskQueues queues, Limits limits, InstantSource clock) {
        return queues.open(limits.accountRendersMax(), limits.rendersMax(), clock);
    }

    @Singleton
    Stores stores(StoreBeans beans, TaskQueue queue) {
        return beans.with(queue);
    }

    /** The stores, gathered. */
    @Singleton
    record StoreBeans(
            Tasks tasks,
            Attempts attempts,
            Ledger ledger,
            Spending spending,
            IdempotencyKeys idempotencyKeys,
            Outbox outbox,
            Transactions transactions) {

        Stores with(TaskQueue queue) {
            return new Stores(tasks, attempts, ledger, spending, idempotencyKeys, outbox, queue, transactions);
        }
    }

    @Singleton
    AdmitTask admitTask(Stores stores, VerifyLedger verify, Limits limits, InstantSource clock) {
        return new AdmitTask(stores, verify, limits, clock);
    }

    @Singleton
    TaskSignals taskSignals() {
        return new TaskSignals();
    }

    @Singleton
    SubmitTask submitTask(PrepareDialogue prepare, AdmitTask admit, Stores stores, InstantSource clock) {
        return new SubmitTask(prepare, admit, stores, clock);
    }

    @Singleton
    MoveTask moveTask(ServerConfig config, Stores stores, TaskSignals signals, InstantSource clock) {
        var retries = new Retries(config.limits(), config.onUnknown(), new SecureRandom());
        return new MoveTask(stores, retries, signals, clock);
    }

    @Singleton
    ReadTasks readTasks(Tasks tasks, Limits limits, TaskSignals signals) {
        return new ReadTasks(tasks, limits, signals);
    }

    @Singleton
    Renderings renderings(Providers providers, AudioCodecs codecs, Attempts attempts, InstantSource clock) {
        return new Renderings(providers, codecs, attempts, new Breakers(clock));
    }

    @Singleton
    CancelTask cancelTask(ReadTasks read, MoveTask move, Renderings renderings, InstantSource clock) {
        return new CancelTask(read, move, renderings, clock);
    }

    @Singleton
    TaskWorker taskWorker(
            Stores stores, MoveTask move, Renderings renderings, AudioStore audio, Limits limits, InstantSource clock) {
        return new TaskWorker(stores, move, renderings, new RenderTask(renderings, audio, clock), limits, clock);
    }

    @Singleton
    Housekeeping housekeeping(Stores stores, AudioStore audio, Limits limits, InstantSource clock) {
        return new Housekeeping(stores, audio, limits, clock);
    }

    @Singleton
    LiveStreams liveStreams(
            Renderings renderings,
            AudioStore audio,
            MoveTask move,
            Catalog catalog,
            Limits limits,
            InstantSource clock) {
        return new LiveStreams(renderings, audio, new Settlement(move, catalog.tariff(), clock), limits);
    }

    @Singleton
    StreamLeases streamLeases(Stores stores, MoveTask move, LiveStreams streams, InstantSource clock) {
        return new StreamLeases(stores, move, streams, clock);
    }

    @Singleton
    RepeatedStream repeatedStream(Stores stores, AudioStore audio, InstantSource clock) {
        return new RepeatedStream(stores, audio, clock);
    }

    @Singleton
    StreamDialogue streamDialogue(
            PrepareDialogue prepare,
            AdmitTask admit,
            Renderings renderings,
            LiveStreams streams,
            RepeatedStream repeated) {
        return new StreamDialogue(prepare, admit, renderings, streams, repeated);
    }

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
        return new RestSettings(
                config.strict(),
                () -> config.publicUrl() == null
                        ? Addresses.http(config, server.get().getPort())
                        : config.publicUrl());
    }

    @Singleton
    GrpcServer grpcServer(ServerConfig config, GrpcWalks walks) {
        return new GrpcServer(
                new GrpcSettings(
                        config.bind(),
                        config.grpcPort(),
                        config.strict(),
                        config.limits().bodyBytesMax(),
                        config.limits().stopTimeout()),
                walks);
    }

    @Singleton
    GrpcWalks grpcWalks(
            Authenticate authenticate,
            DialogueWalks dialogue,
            Catalog catalog,
            Voices voices,
            ReadCredits credits,
            AudioUrls urls) {
        return new GrpcWalks(authenticate, dialogue, catalog, voices, credits, urls::of);
    }

    @Singleton
    DialogueWalks dialogueWalks(
            PrepareDialogue prepare, StreamDialogue stream, SubmitTask submit, ReadTasks read, CancelTask cancel) {
        return new DialogueWalks(prepare, stream, submit, read, cancel);
    }
}
