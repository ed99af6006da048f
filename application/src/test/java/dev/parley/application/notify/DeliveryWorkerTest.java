package dev.parley.application.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.ports.webhook.WebhookSender.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeliveryWorkerTest {

    private static final String HOOK = "https://a.example/hook";

    private final Newsroom room = new Newsroom();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final DeliveryWorker worker = worker(Duration.ofSeconds(10));

    @AfterEach
    void stop() {
        answers.countDown();
        worker.close();
    }

    private DeliveryWorker worker(Duration patience) {
        var progress = new TellProgress(List::of, room.store.tasks(), room.letters, room.courier, room.clock);
        return new DeliveryWorker(
                room.store.deliveries(),
                room.courier,
                progress,
                room.signals,
                room.clock,
                new DeliveryWorker.Pace(Newsroom.LEASE, patience));
    }

    @Test
    void theEndOfATaskIsToldAtOnce() throws Exception {
        listen();
        worker.start();
        room.ended(HOOK);

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(room.only().id());
    }

    @Test
    void oneThatDoesNotAnswerKeepsFourCallsAndNobodyWaiting() throws Exception {
        room.receivers.at("hangs.example", (call, _) -> {
            heard.add(call.id());
            return later();
        });
        for (int i = 0; i < 100; i++) {
            room.ended("https://hangs.example/hook");
        }
        listen();
        worker.start();
        for (int i = 0; i < 4; i++) {
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
        }
        var well = room.ended(HOOK);

        String id = heard.poll(5, TimeUnit.SECONDS);
        assertThat(room.store.deliveries().find(id).orElseThrow().event().task())
                .isEqualTo(well.id());
        assertThat(room.receivers.to("hangs.example")).hasSize(4);
    }

    @Test
    void aStopLetsCallsUnderWayEnd() throws Exception {
        room.receivers.at("a.example", (call, _) -> {
            heard.add(call.id());
            return later();
        });
        room.ended(HOOK);
        worker.start();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
        var closing = Thread.ofVirtual().start(worker::close);
        answers.countDown();
        closing.join();

        assertThat(room.only().state()).isInstanceOf(Delivered.class);
    }

    @Test
    void aStopDoesNotWaitForEver() throws Exception {
        var hasty = worker(Duration.ofMillis(1));
        room.receivers.at("a.example", (call, _) -> {
            heard.add(call.id());
            return later();
        });
        room.ended(HOOK);
        hasty.start();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
        hasty.close();
        answers.countDown();
        hasty.close();

        assertThat(room.only().state()).isInstanceOf(Sending.class);
        hasty.recover();
        assertThat(room.claim()).hasSize(1);
    }

    @Test
    void aBugIsAFailedAttemptAndNotTheWorkersEnd() throws Exception {
        room.receivers.at("buggy.example", (_, _) -> {
            throw new IllegalStateException("a bug");
        });
        listen();
        worker.start();
        room.ended("https://buggy.example/hook");
        room.ended(HOOK);

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    private void listen() {
        room.receivers.at("a.example", (call, _) -> {
            heard.add(call.id());
            return Receivers.WELL;
        });
    }

    private Answer later() {
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Receivers.WELL;
    }
}
