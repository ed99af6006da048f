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
    Authenticate authenticate(Accounts accounts, KeyHasher hasher) {
        return new Authenticate(accounts, hasher);
    }

    @Singleton
    OpenFirstAccount openFirstAccount(
            Accounts accounts, Ledger ledger, Transactions transactions, KeyHasher hasher, InstantSource clock) {
        return new OpenFirstAccount(accounts, ledger, transactions, hasher, clock, new SecureRandom());
    }

    @Singleton
    ReadCredits readCredits(Ledger ledger) {
        return new ReadCredits(ledger);
    }

    @Singleton
    PrepareDialogue prepareDialogue(Catalog catalog, Providers providers) {
        return new PrepareDialogue(catalog, providers);
    }

    @Singleton
    AdmitTask admitTask(Tasks tasks, Ledger ledger, Transactions transactions, Limits limits, InstantSource clock) {
        return new AdmitTask(tasks, ledger, transactions, limits, clock);
    }

    @Singleton
    TaskSignals taskSignals() {
        return new TaskSignals();
    }

    @Singleton
    SubmitTask submitTask(PrepareDialogue prepare, AdmitTask admit, TaskSignals signals) {
        return new SubmitTask(prepare, admit, signals);
    }

    @Singleton
    MoveTask moveTask(
            Tasks tasks,
            Ledger ledger,
            Transactions transactions,
            Limits limits,
            TaskSignals signals,
            InstantSource clock) {
        return new MoveTask(tasks, ledger, transactions, limits, signals, clock);
    }

    @Singleton
    ReadTasks readTasks(Tasks tasks, Limits limits, TaskSignals signals) {
        return new ReadTasks(tasks, limits, signals);
    }

    @Singleton
    Renderings renderings(Providers providers, AudioCodecs codecs) {
        return new Renderings(providers, codecs);
    }

    @Singleton
    CancelTask cancelTask(ReadTasks read, MoveTask move, Renderings renderings, InstantSource clock) {
        return new CancelTask(read, move, renderings, clock);
    }

    @Singleton
    TaskWorker taskWorker(
            Tasks tasks,
            MoveTask move,
            Renderings renderings,
            AudioStore store,
            TaskSignals signals,
            Limits limits,
            InstantSource clock) {
        return new TaskWorker(tasks, move, new RenderTask(renderings, store, move, clock), signals, limits, clock);
    }

    @Singleton
    Housekeeping housekeeping(
            Tasks tasks, MoveTask move, TaskSignals signals, AudioStore store, Limits limits, InstantSource clock) {
        return new Housekeeping(tasks, move, signals, store, limits, clock);
    }

    @Singleton
    StreamDialogue streamDialogue(
            PrepareDialogue prepare,
            AdmitTask admit,
            Renderings renderings,
            AudioStore store,
            MoveTask move,
            Catalog catalog,
            Limits limits,
            InstantSource clock) {
        var settlement = new Settlement(move, catalog.tariff(), clock);
        return new StreamDialogue(prepare, admit, renderings, store, settlement, limits);
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
