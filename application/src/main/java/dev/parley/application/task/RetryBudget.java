package dev.parley.application.task;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries a small part of all attempts at a provider: each first attempt pays in a tenth of a retry. While a provider
 * fails everything, it is asked little more often than tasks come in.
 */
final class RetryBudget {

    private static final int RETRY = 10;
    private static final int FIRST_ATTEMPT = 1;

    /** What may be saved up; also what a provider starts with. */
    private static final int SAVED_MAX = 10 * RETRY;

    private final ConcurrentHashMap<String, AtomicInteger> saved = new ConcurrentHashMap<>();

    void payIn(String provider) {
        of(provider).accumulateAndGet(FIRST_ATTEMPT, (now, more) -> Math.min(SAVED_MAX, now + more));
    }

    /** Takes the price of one retry, if there is that much. */
    boolean take(String provider) {
        int before = of(provider).getAndUpdate(now -> now >= RETRY ? now - RETRY : now);
        return before >= RETRY;
    }

    private AtomicInteger of(String provider) {
        return saved.computeIfAbsent(provider, _ -> new AtomicInteger(SAVED_MAX));
    }
}
