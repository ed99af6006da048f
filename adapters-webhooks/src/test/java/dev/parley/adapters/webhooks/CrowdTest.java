package dev.parley.adapters.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Answer.Answered;
import dev.parley.ports.webhook.WebhookSender.Answer.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One receiver's trouble is no other's. */
@Timeout(60)
class CrowdTest {

    private static final int CROWD = 64;
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void whoeverAnswersIsNotKeptWaitingByWhoHangs() throws Exception {
        var release = new CountDownLatch(1);
        try (var hanging = Receiver.start((_, _) -> release.await());
                var healthy = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n");
                var sender = new HttpWebhookSender(Calls.impatient(LONG));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stuck = post(threads, sender, hanging.url(), CROWD);
            hanging.awaitCallers(Wire.CALLS_PER_RECEIVER_MAX);

            for (var answer : post(threads, sender, healthy.url(), CROWD)) {
                assertThat(answer.get()).isEqualTo(new Answered(204, null, ""));
            }

            assertThat(stuck).as("all of them still wait").noneMatch(Future::isDone);
            assertThat(hanging.requests()).hasSize(Wire.CALLS_PER_RECEIVER_MAX);
            assertThat(healthy.most()).isLessThanOrEqualTo(Wire.CALLS_PER_RECEIVER_MAX);
            release.countDown();
            for (var answer : stuck) {
                assertThat(answer.get()).isEqualTo(new Unanswered("connection closed without an answer"));
            }
        }
    }

    @Test
    void manyWhoHangDoNotUseUpTheConnections() throws Exception {
        var release = new CountDownLatch(1);
        try (var hanging = Receiver.start((_, _) -> release.await());
                var healthy = Receiver.saying("HTTP/1.1 204 No Content\r\n\r\n");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var names = new ScriptedResolver();
            IntStream.range(0, CROWD).forEach(i -> names.answer("hang-" + i + ".example", "127.0.0.2"));
            var sockets =
                    new RecordingSockets().standIn("127.0.0.1", healthy.port()).standIn("127.0.0.2", hanging.port());
            try (var sender = new HttpWebhookSender(Calls.impatient(LONG), names, sockets)) {
                List<Future<Answer>> stuck = new ArrayList<>();
                IntStream.range(0, CROWD)
                        .mapToObj(i -> URI.create("http://hang-" + i + ".example/"))
                        .forEach(url -> stuck.addAll(post(threads, sender, url, 2)));
                hanging.awaitCallers(2 * CROWD);

                assertThat(sender.post(Calls.to(healthy.url()))).isEqualTo(new Answered(204, null, ""));
                assertThat(stuck).noneMatch(Future::isDone);
                release.countDown();
            }
        }
    }

    @Test
    void whoWaitedInVainIsToldWhy() throws Exception {
        try (var hanging = Receiver.silent();
                var sender = new HttpWebhookSender(Calls.impatient(Duration.ofMillis(500)));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (var answer : post(threads, sender, hanging.url(), 3 * Wire.CALLS_PER_RECEIVER_MAX)) {
                answers.add(answer.get());
            }

            assertThat(answers).contains(new Unanswered("no answer within 500 ms"), new Unanswered(Reasons.CROWDED));
            assertThat(hanging.most()).isLessThanOrEqualTo(2 * Wire.CALLS_PER_RECEIVER_MAX);
        }
    }

    private static List<Future<Answer>> post(ExecutorService threads, HttpWebhookSender sender, URI url, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> threads.submit(() -> sender.post(Calls.to(url))))
                .toList();
    }
}
