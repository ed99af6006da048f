package dev.parley.application.notify;

import static dev.parley.application.notify.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.task.Task;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hundred tasks whose receivers behave in every way that there is, on a clock that jumps. */
class DeliveryStormTest {

    private static final int TASKS = 500;
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final Duration HANGING = Duration.ofSeconds(15);

    private final Newsroom room = new Newsroom();
    private final List<Task> tasks = new ArrayList<>();

    /** Every task names one of the bad ones, and there is an endpoint that is well. */
    private VirtualTime storm() {
        room.endpoint("https://well.example/hook");
        for (int k = 0; k < 10; k++) {
            room.receivers.at("fails" + k + ".example", Receivers.failing(k));
        }
        room.receivers.at("hangs.example", (_, _) -> Receivers.SILENT);
        room.receivers.at("redirects.example", (_, _) -> new Answer.Answered(302, null, ""));
        room.receivers.at("huge.example", (_, _) -> new Answer.Answered(200, null, "x".repeat(65_536)));
        room.receivers.at("restarted.example", Receivers.restarted(NOON, NOON.plus(Duration.ofHours(3))));
        var hosts = List.of("hangs", "redirects", "huge", "restarted");
        for (int i = 0; i < TASKS; i++) {
            String host = i % 2 == 0 ? "fails" + i / 2 % 10 : hosts.get(i / 2 % 4);
            tasks.add(room.ended("https://" + host + ".example/hook"));
        }
        return new VirtualTime(room, DeliveryStormTest::duration);
    }

    private static Duration duration(Call call) {
        return call.url().getHost().startsWith("hangs") ? HANGING : QUICK;
    }

    @Test
    void noneIsLost() {
        storm().run();

        var byTask = room.deliveries().stream()
                .collect(Collectors.groupingBy(delivery -> delivery.event().task()));
        assertThat(byTask)
                .hasSize(TASKS)
                .allSatisfy((_, told) -> assertThat(told).hasSize(2));
        assertThat(room.deliveries()).allMatch(DeliveryStormTest::isRight);
    }

    @Test
    void noneIsToldUnderTwoIds() {
        storm().run();

        var ids = room.receivers.calls.stream()
                .collect(Collectors.groupingBy(
                        call -> call.url().getHost() + call.body(), Collectors.mapping(Call::id, Collectors.toSet())));
        assertThat(ids)
                .hasSize(2 * TASKS)
                .allSatisfy((_, used) -> assertThat(used).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherHappensWhereProcessesDie(long seed) {
        var time = storm();
        for (var death : VirtualTime.deaths(new Random(seed), NOON, 20)) {
            time.run(death);
            time.die();
        }
        time.run();

        assertThat(room.deliveries()).hasSize(2 * TASKS).allMatch(DeliveryStormTest::isRight);
        assertThat(room.receivers.to("well.example").stream().map(Call::body).distinct())
                .hasSize(TASKS);
        assertThat(room.receivers.to("well.example").stream().map(Call::id).distinct())
                .hasSize(TASKS);
    }

    @Test
    void whoIsWellIsNotDelayed() {
        var disturbed = storm();
        disturbed.run(NOON.plus(Duration.ofMinutes(10)));
        var alone = new DeliveryStormTest();
        alone.room.endpoint("https://well.example/hook");
        for (int i = 0; i < TASKS; i++) {
            alone.room.ended((String) null);
        }
        var calm = new VirtualTime(alone.room, DeliveryStormTest::duration);
        calm.run();

        double longer = (double) lastHeard(room, disturbed).toMillis()
                / lastHeard(alone.room, calm).toMillis();
        assertThat(longer).isLessThanOrEqualTo(1.1);
    }

    private static Duration lastHeard(Newsroom of, VirtualTime time) {
        return of.receivers.to("well.example").stream()
                .map(call -> Duration.between(NOON, time.firstHeard.getOrDefault(call.id(), Instant.MAX)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** Who never takes anything is given up; all others have heard. */
    private static boolean isRight(Delivery delivery) {
        String destination = delivery.destination().value();
        boolean hopeless = destination.contains("hangs") || destination.contains("redirects");
        return hopeless ? delivery.state() instanceof Dead : delivery.state() instanceof Delivered;
    }
}
