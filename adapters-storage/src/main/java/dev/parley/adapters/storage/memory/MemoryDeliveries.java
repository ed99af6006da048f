package dev.parley.adapters.storage.memory;

import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Sending;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.store.Deliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deliveries in a map, sorted anew each time: right for the numbers that tests have. */
final class MemoryDeliveries implements Deliveries {
    private static final Comparator<Delivery> NEWEST_FIRST = Comparator.comparingLong(
                    (Delivery delivery) -> delivery.event().at().toEpochMilli())
            .thenComparing(Delivery::id)
            .reversed();

    private final Map<String, Delivery> deliveries = new HashMap<>();
    private final Map<String, List<DeliveryAttempt>> attempts = new HashMap<>();
    private final MemoryTransactions transactions;

    MemoryDeliveries(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Delivery delivery) {
        transactions.change(() -> {
            if (deliveries.values().stream().anyMatch(other -> isSame(other, delivery))) {
                throw new IllegalStateException("delivery " + delivery.id() + " is stored already");
            }
            transactions.put(deliveries, delivery.id(), delivery);
            transactions.put(attempts, delivery.id(), new ArrayList<>());
        });
    }

    @Override
    public Optional<Delivery> find(String id) {
        return transactions.run(() -> Optional.ofNullable(deliveries.get(id)));
    }

    @Override
    public List<Delivery> claim(Instant now, Instant leasedUntil, Room room) {
        return transactions.run(() -> {
            endLeases(now, now);
            var taken = new Taken(room);
            sending().forEach(taken::add);
            var claimed = due(now).filter(taken::take)
                    .limit(room.max())
                    .map(delivery -> delivery.claimed(leasedUntil))
                    .toList();
            claimed.forEach(delivery -> transactions.put(deliveries, delivery.id(), delivery));
            return claimed;
        });
    }

    @Override
    public void recover(Instant now) {
        transactions.change(() -> endLeases(now, Instant.MAX));
    }

    @Override
    public boolean save(Delivery delivery, @Nullable DeliveryAttempt attempt) {
        return transactions.run(() -> {
            var stored = deliveries.get(delivery.id());
            boolean current = stored != null && stored.attempts() == delivery.attempts();
            if (current) {
                transactions.put(deliveries, delivery.id(), delivery);
            }
            var earlier = attempts.get(delivery.id());
            if (current && attempt != null && earlier != null) {
                transactions.append(earlier, attempt);
            }
            return current;
        });
    }

    @Override
    public List<DeliveryAttempt> attempts(String id) {
        return transactions.run(() -> List.copyOf(attempts.getOrDefault(id, List.of())));
    }

    @Override
    public List<Delivery> list(Wanted wanted, @Nullable String before, int max) {
        return transactions.run(() -> {
            var newestFirst = deliveries.values().stream()
                    .filter(delivery -> matches(wanted, delivery))
                    .sorted(NEWEST_FIRST);
            return (before == null ? newestFirst : newestFirst.filter(after(before)))
                    .limit(max)
                    .toList();
        });
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.run(() -> {
            var old = deliveries.values().stream()
                    .filter(delivery -> endedBefore(delivery, limit))
                    .map(Delivery::id)
                    .toList();
            old.forEach(id -> {
                transactions.remove(deliveries, id);
                transactions.remove(attempts, id);
            });
            return old.size();
        });
    }

    /** Calls under way, by account and by lane. */
    private record Taken(Room room, Map<String, Integer> accounts, Map<Lane, Integer> lanes) {

        record Lane(String account, Destination destination) {}

        Taken(Room room) {
            this(room, new HashMap<>(), new HashMap<>());
        }

        void add(Delivery delivery) {
            accounts.merge(delivery.event().account(), 1, Integer::sum);
            lanes.merge(lane(delivery), 1, Integer::sum);
        }

        boolean take(Delivery delivery) {
            boolean fits = accounts.getOrDefault(delivery.event().account(), 0) < room.ofAccount()
                    && lanes.getOrDefault(lane(delivery), 0) < room.ofDestination();
            if (fits) {
                add(delivery);
            }
            return fits;
        }

        private static Lane lane(Delivery delivery) {
            return new Lane(delivery.event().account(), delivery.destination());
        }
    }

    private Predicate<Delivery> after(String before) {
        var last = deliveries.get(before);
        return delivery -> last != null && NEWEST_FIRST.compare(delivery, last) > 0;
    }

    private Stream<Delivery> sending() {
        return deliveries.values().stream().filter(delivery -> delivery.state() instanceof Sending);
    }

    private Stream<Delivery> due(Instant now) {
        record Due(Instant at, Delivery delivery) {}
        return deliveries.values().stream()
                .<Due>mapMulti((delivery, due) -> {
                    if (delivery.state() instanceof Waiting(var _, Instant at) && !at.isAfter(now)) {
                        due.accept(new Due(at, delivery));
                    }
                })
                .sorted(Comparator.comparing(Due::at)
                        .thenComparing(due -> due.delivery().id()))
                .map(Due::delivery);
    }

    private void endLeases(Instant now, Instant endedBefore) {
        for (var delivery : sending().toList()) {
            if (delivery.state() instanceof Sending(int tries, Instant until) && until.isBefore(endedBefore)) {
                transactions.put(deliveries, delivery.id(), delivery.in(new Waiting(tries - 1, now)));
            }
        }
    }

    private static boolean isSame(Delivery one, Delivery other) {
        return one.id().equals(other.id())
                || (one.event().id().equals(other.event().id())
                        && one.receiver().equals(other.receiver()));
    }

    private static boolean matches(Wanted wanted, Delivery delivery) {
        var event = delivery.event();
        return isWanted(wanted.account(), event.account())
                && isWanted(wanted.endpoint(), endpoint(delivery))
                && isWanted(wanted.task(), event.task())
                && isWanted(wanted.stand(), delivery.state().stand())
                && (wanted.from() == null || !event.at().isBefore(wanted.from()))
                && (wanted.to() == null || event.at().isBefore(wanted.to()));
    }

    private static boolean isWanted(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static @Nullable String endpoint(Delivery delivery) {
        return delivery.receiver() instanceof Receiver.Registered(String id) ? id : null;
    }

    private static boolean endedBefore(Delivery delivery, Instant limit) {
        return switch (delivery.state()) {
            case Delivered(Instant at) -> at.isBefore(limit);
            case Dead(var _, Instant at) -> at.isBefore(limit);
            case Waiting _, Sending _ -> false;
        };
    }
}
