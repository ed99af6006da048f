package dev.parley.application.access;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/** Holds each account to so many free calls a minute, counted in this process: where nothing costs, nothing else would. */
public final class FreeCalls {

    private static final int ACCOUNTS_REMEMBERED = 10_000;

    private final ConcurrentMap<String, PerMinute> accounts = new ConcurrentHashMap<>();
    private final int perMinute;
    private final SteadyTime time;

    public FreeCalls(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.time = new SteadyTime(clock);
    }

    /** @throws Refused if it is one too many, with how long to wait */
    public void take(String account) {
        if (accounts.size() > ACCOUNTS_REMEMBERED) {
            accounts.keySet()
                    .forEach(idle -> accounts.computeIfPresent(idle, (_, rate) -> rate.isFull() ? null : rate));
        }
        AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
        accounts.compute(account, (_, found) -> {
            var rate = found == null ? new PerMinute(perMinute, time) : found;
            rate.take().waitNanos().ifPresent(nanos -> wait.set(Duration.ofNanos(nanos)));
            return rate;
        });
        if (wait.get().isPositive()) {
            throw new Refused(new Refusal.TooMany(
                    "What costs nothing may be asked for " + perMinute + " times a minute. Please slow down.",
                    wait.get()));
        }
    }
}
