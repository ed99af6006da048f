package dev.parley.server.gate;

import dev.parley.server.Tenants.Tenant;
import dev.parley.server.gate.ServerProcess.Address;
import dev.parley.server.gate.provider.GateProvider;
import dev.parley.v1.DialogueInput;
import dev.parley.v1.DialogueServiceGrpc;
import dev.parley.v1.DialogueTurn;
import dev.parley.v1.StreamDialogueRequest;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers over gRPC who listen to one stream after the other. A stream that is cut off is not asked for again. */
final class Listeners {

    private static final int LISTENERS = 2;
    private static final long PATIENCE_SECONDS = 30;

    private final List<Tenant> tenants;
    private final Doors doors;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, String> started = new ConcurrentHashMap<>();
    private final Map<String, String> finished = new ConcurrentHashMap<>();
    private final Set<String> midway = ConcurrentHashMap.newKeySet();

    Listeners(List<Tenant> tenants, Doors doors) {
        this.tenants = tenants;
        this.doors = doors;
    }

    void start() {
        for (int i = 0; i < LISTENERS; i++) {
            threads.add(Thread.ofVirtual().name("listener-" + i).start(this::listen));
        }
    }

    /** Once the doors have been told that it is over. */
    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Whether a stream came to have been heard in part. */
    boolean awaitMidway(Duration atMost) throws InterruptedException {
        var until = Instant.now().plus(atMost);
        while (midway.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(1);
        }
        return !midway.isEmpty();
    }

    /** By their texts, the ids of streams whose beginning was heard. */
    Map<String, String> started() {
        return Map.copyOf(started);
    }

    /** The same of streams that were heard to the end. */
    Map<String, String> finished() {
        return Map.copyOf(finished);
    }

    private void listen() {
        var random = new SplittableRandom();
        try {
            while (!doors.isOver()) {
                hear("Stream " + next.getAndIncrement() + " of the gate.", doors.any(random), random);
                Thread.sleep(random.nextInt(20, 120));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String text, Address address, SplittableRandom random) {
        var tenant = tenants.get(random.nextInt(tenants.size()));
        var channel =
                NettyChannelBuilder.forTarget(address.grpc()).usePlaintext().build();
        var key = new Metadata();
        key.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + tenant.secret().value());
        try {
            DialogueServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(key))
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .streamDialogue(request(text))
                    .forEachRemaining(piece -> {
                        if (piece.hasStarted()) {
                            started.put(text, piece.getStarted().getTaskId());
                        } else if (piece.hasAudio()) {
                            midway.add(text);
                        } else if (piece.hasFinished()) {
                            midway.remove(text);
                            finished.put(text, started.getOrDefault(text, ""));
                        }
                    });
        } catch (StatusRuntimeException e) {
            // The upstream failed it, or the server died: the next one, then.
            Thread.onSpinWait();
        } finally {
            midway.remove(text);
            channel.shutdownNow();
        }
    }

    private static StreamDialogueRequest request(String text) {
        return StreamDialogueRequest.newBuilder()
                .setModel(GateProvider.DIRECT)
                .setInput(DialogueInput.newBuilder()
                        .setOutputFormat(GateProvider.FORMAT.toString())
                        .addDialogue(DialogueTurn.newBuilder().setText(text).setVoice("Gate")))
                .build();
    }
}
