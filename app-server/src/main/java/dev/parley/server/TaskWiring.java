package dev.parley.server;

import dev.parley.adapters.storage.disk.DiskUploadStore;
import dev.parley.adapters.storage.jdbc.queue.TaskQueues;
import dev.parley.application.Limits;
import dev.parley.application.Stores;
import dev.parley.application.account.VerifyLedger;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Providers;
import dev.parley.application.session.OpenSessions;
import dev.parley.application.stream.LiveStreams;
import dev.parley.application.stream.RepeatGuard;
import dev.parley.application.stream.RepeatedStream;
import dev.parley.application.stream.Settlement;
import dev.parley.application.stream.StreamLeases;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.AdmitTask;
import dev.parley.application.submit.Preference;
import dev.parley.application.submit.PrepareOrder;
import dev.parley.application.submit.SubmitTask;
import dev.parley.application.submit.Understanding;
import dev.parley.application.task.Bills;
import dev.parley.application.task.CancelTask;
import dev.parley.application.task.Costs;
import dev.parley.application.task.MoveTask;
import dev.parley.application.task.ReadTasks;
import dev.parley.application.task.Retries;
import dev.parley.application.task.TaskSignals;
import dev.parley.application.upload.ForgetUploads;
import dev.parley.application.upload.ReceiveUploads;
import dev.parley.application.work.Breakers;
import dev.parley.application.work.Doorbells;
import dev.parley.application.work.Equipment;
import dev.parley.application.work.Housekeeping;
import dev.parley.application.work.RenderTask;
import dev.parley.application.work.Renderings;
import dev.parley.application.work.TaskWorker;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioLength;
import dev.parley.ports.audio.AudioStore;
import dev.parley.ports.audio.Recordings;
import dev.parley.ports.audio.UploadStore;
import dev.parley.ports.store.Attempts;
import dev.parley.ports.store.Deliveries;
import dev.parley.ports.store.Endpoints;
import dev.parley.ports.store.IdempotencyKeys;
import dev.parley.ports.store.Ledger;
import dev.parley.ports.store.Outbox;
import dev.parley.ports.store.Spending;
import dev.parley.ports.store.TaskQueue;
import dev.parley.ports.store.Tasks;
import dev.parley.ports.store.Transactions;
import dev.parley.ports.webhook.WebhookSender;
import dev.parley.server.config.ServerConfig;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Which class gets which, of those that take tasks in and work on them. */
@Factory
final class TaskWiring {

    @Singleton
    PrepareOrder prepareOrder(
            ServerConfig config,
            Catalog catalog,
            Providers providers,
            Tasks tasks,
            Attempts attempts,
            WebhookSender webhooks) {
        return new PrepareOrder(
                catalog,
                providers,
                new Understanding(tasks, attempts, config.snapsStability()),
                new Preference(new SecureRandom()),
                webhooks::complaint);
    }

    @Singleton
    Bills bills() {
        return new Bills();
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
            Endpoints endpoints,
            Deliveries deliveries,
            Transactions transactions) {

        Stores with(TaskQueue queue) {
            return new Stores(
                    tasks,
                    attempts,
                    ledger,
                    spending,
                    idempotencyKeys,
                    outbox,
                    endpoints,
                    deliveries,
                    queue,
                    transactions);
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
    SubmitTask submitTask(PrepareOrder prepare, AdmitTask admit, Stores stores, InstantSource clock) {
        return new SubmitTask(prepare, admit, stores, clock);
    }

    @Singleton
    MoveTask moveTask(ServerConfig config, Stores stores, Bills bills, TaskSignals signals, InstantSource clock) {
        var retries = new Retries(config.limits(), config.onUnknown(), new SecureRandom());
        return new MoveTask(stores, retries, bills, signals, clock);
    }

    @Singleton
    ReadTasks readTasks(Tasks tasks, Limits limits, TaskSignals signals) {
        return new ReadTasks(tasks, limits, signals);
    }

    @Singleton
    Breakers breakers(ServerConfig config, InstantSource clock) {
        int standard = config.limits().providerRendersMax();
        return new Breakers(provider -> config.atOnce().getOrDefault(provider, standard), clock);
    }

    @Singleton
    Doorbells doorbells(ServerSecrets secrets, ServerConfig config) {
        return new Doorbells(secrets.doorbellKey(), config.publicUrl());
    }

    @Singleton
    Costs costs(ServerConfig config) {
        return new Costs(config.tariff());
    }

    @Singleton
    UploadStore uploadStore(ServerConfig config, InstantSource clock) throws IOException {
        return new DiskUploadStore(config.dataDir().resolve("uploads"), clock);
    }

    @Singleton
    ReceiveUploads receiveUploads(UploadStore uploads, Recordings recordings, Tasks tasks, Limits limits) {
        return new ReceiveUploads(uploads, recordings, tasks, limits);
    }

    @Singleton
    ForgetUploads forgetUploads(UploadStore uploads, Tasks tasks) {
        return new ForgetUploads(uploads, tasks);
    }

    @Singleton
    Equipment equipment(AudioCodecs codecs, AudioLength lengths, UploadStore uploads, ForgetUploads forget) {
        return new Equipment(codecs, lengths, uploads, forget);
    }

    @Singleton
    Renderings renderings(
            Providers providers,
            Equipment equipment,
            Attempts attempts,
            Bills bills,
            Breakers breakers,
            Doorbells doorbells) {
        return new Renderings(providers, equipment, attempts, bills, breakers, doorbells);
    }

    @Singleton
    CancelTask cancelTask(ReadTasks read, MoveTask move, Renderings renderings, InstantSource clock) {
        return new CancelTask(read, move, renderings, clock);
    }

    @Singleton
    TaskWorker taskWorker(
            Stores stores,
            MoveTask move,
            Renderings renderings,
            AudioStore audio,
            Costs costs,
            Limits limits,
            InstantSource clock) {
        return new TaskWorker(stores, move, renderings, new RenderTask(renderings, audio, costs, clock), limits, clock);
    }

    @Singleton
    Housekeeping housekeeping(
            Stores stores, AudioStore audio, ForgetUploads uploads, Limits limits, InstantSource clock) {
        return new Housekeeping(stores, audio, uploads, limits, clock);
    }

    @Singleton
    RepeatGuard repeatGuard(Stores stores, RepeatedStream repeated, InstantSource clock) {
        return new RepeatGuard(stores, repeated, clock);
    }

    @Singleton
    Settlement settlement(ServerConfig config, MoveTask move, Costs costs, RepeatGuard guard, InstantSource clock) {
        return new Settlement(move, costs, guard, config.onLeave(), clock);
    }

    @Singleton
    LiveStreams liveStreams(Renderings renderings, AudioStore audio, Settlement settlement, Limits limits) {
        return new LiveStreams(renderings, audio, settlement, limits);
    }

    @Singleton
    StreamLeases streamLeases(
            Stores stores, MoveTask move, LiveStreams streams, OpenSessions sessions, InstantSource clock) {
        return new StreamLeases(stores, move, streams, sessions, clock);
    }

    @Singleton
    RepeatedStream repeatedStream(Stores stores, AudioStore audio, InstantSource clock) {
        return new RepeatedStream(stores, audio, clock);
    }

    @Singleton
    StreamOrder streamOrder(
            PrepareOrder prepare,
            AdmitTask admit,
            Renderings renderings,
            LiveStreams streams,
            RepeatedStream repeated,
            RepeatGuard guard) {
        return new StreamOrder(prepare, admit, renderings, streams, repeated, guard);
    }
}
