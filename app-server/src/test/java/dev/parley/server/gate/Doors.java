package dev.parley.server.gate;

import dev.parley.server.gate.ServerProcess.Address;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** Where the servers that are up can be reached. Whoever finds all doors closed waits. */
final class Doors {

    private final List<Address> open = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    void open(Address address) {
        open.add(address);
    }

    void close(Address address) {
        open.remove(address);
    }

    /** Sends everybody home. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** One of those that are open now. */
    Address any(RandomGenerator random) throws InterruptedException {
        while (true) {
            var addresses = List.copyOf(open);
            if (!addresses.isEmpty()) {
                return addresses.get(random.nextInt(addresses.size()));
            }
            if (over) {
                throw new InterruptedException("the load is over");
            }
            Thread.sleep(20);
        }
    }
}
