package dev.parley.application.notify;

import dev.parley.application.notify.Letter.Written;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.ports.store.Deliveries.Room;
import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The worker's rules without its threads: so many calls under way at once, each of which takes its time, on a clock that
 * jumps from one end to the next. What is under way when the process dies is lost with it.
 */
final class VirtualTime {

    private final Newsroom room;
    private final Function<Call, Duration> durations;
    private final PriorityQueue<UnderWay> underWay = new PriorityQueue<>(Comparator.comparing(UnderWay::end));
    final Map<String, Instant> firstHeard = new HashMap<>();

    /** One that ends when its time has come. */
    private record UnderWay(Delivery claimed, Instant begun, Instant end, DeliveryOutcome outcome) {}

    VirtualTime(Newsroom room, Function<Call, Duration> durations) {
        this.room = room;
        this.durations = durations;
    }

    /** Until nothing waits any more. */
    void run() {
        run(Instant.MAX);
    }

    /** Until this moment, or until nothing waits any more. */
    void run(Instant until) {
        while (true) {
            claim();
            var next = nextMoment();
            if (next.isAfter(until) || next.equals(Instant.MAX)) {
                return;
            }
            room.now = next.isAfter(room.now) ? next : room.now;
            end();
        }
    }

    /** Nobody hears what came of the calls under way. */
    void die() {
        underWay.clear();
        room.store.deliveries().recover(room.now);
    }

    private void claim() {
        int free = DeliveryWorker.IN_FLIGHT_MAX - underWay.size();
        var leased = room.now.plus(Newsroom.LEASE);
        for (var claimed : room.store
                .deliveries()
                .claim(
                        room.now,
                        leased,
                        new Room(free, DeliveryWorker.OF_DESTINATION_MAX, DeliveryWorker.OF_ACCOUNT_MAX))) {
            if (room.letters.write(claimed, room.now) instanceof Written(Call call)) {
                var outcome = outcome(room.receivers.post(call));
                underWay.add(new UnderWay(claimed, room.now, room.now.plus(durations.apply(call)), outcome));
            } else {
                room.courier.deliver(claimed);
            }
        }
    }

    private void end() {
        while (!underWay.isEmpty() && !underWay.peek().end().isAfter(room.now)) {
            var ended = underWay.remove();
            var took = Duration.between(ended.begun(), ended.end());
            if (ended.outcome().isTaken()) {
                firstHeard.putIfAbsent(ended.claimed().id(), ended.end());
            }
            room.courier.store(
                    ended.claimed(),
                    new DeliveryAttempt(ended.claimed().attempts(), ended.begun(), took, ended.outcome()));
        }
    }

    private Instant nextMoment() {
        if (!underWay.isEmpty()) {
            return underWay.peek().end();
        }
        return room.deliveries().stream()
                .map(Delivery::state)
                .filter(Waiting.class::isInstance)
                .map(state -> ((Waiting) state).dueAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static DeliveryOutcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Answered(int status, Duration retryAfter, String said) ->
                new Answered(status, retryAfter, said);
            case Answer.Unanswered(String reason) -> new Unanswered(reason);
            case Answer.Forbidden(String reason) -> new Unanswered(reason);
        };
    }

    /** Moments at which processes die. */
    static List<Instant> deaths(RandomGenerator random, Instant from, int count) {
        List<Instant> deaths = new ArrayList<>();
        var at = from;
        for (int i = 0; i < count; i++) {
            at = at.plusMillis(random.nextInt(20_000));
            deaths.add(at);
        }
        return deaths;
    }
}
