package dev.parley.adapters.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many calls to each receiver at once, in the order they came, and no fewer to the others however many wait. */
final class Places {

    private final int each;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    Places(int each) {
        this.each = each;
    }

    /** Empty if none came free in time. */
    Optional<Place> take(String receiver, Duration patience) throws InterruptedException {
        var room = enter(receiver);
        boolean taken = false;
        try {
            taken = room.free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!taken) {
                leave(receiver);
            }
        }
        return taken ? Optional.of(new Place(receiver, room)) : Optional.empty();
    }

    /** How many receivers are remembered. */
    int receivers() {
        return rooms.size();
    }

    private Room enter(String receiver) {
        return rooms.compute(receiver, (_, known) -> {
            var room = known == null ? new Room(each) : known;
            room.present++;
            return room;
        });
    }

    private void leave(String receiver) {
        rooms.computeIfPresent(receiver, (_, room) -> --room.present == 0 ? null : room);
    }

    /** Its count changes inside the map's own locks only. */
    private static final class Room {
        private final Semaphore free;
        private int present;

        Room(int places) {
            free = new Semaphore(places, true);
        }
    }

    /** Given back by closing. */
    final class Place implements AutoCloseable {
        private final String receiver;
        private final Room room;

        private Place(String receiver, Room room) {
            this.receiver = receiver;
            this.room = room;
        }

        @Override
        public void close() {
            room.free.release();
            leave(receiver);
        }
    }
}
