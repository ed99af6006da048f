package dev.parley.application.notify;

import dev.parley.ports.webhook.WebhookSender;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Receivers by host, each of which answers as its script says; 200 where there is none. */
final class Receivers implements WebhookSender {

    /** How a receiver behaves. */
    @FunctionalInterface
    interface Script {
        /** @param attempt counts the calls with this id from 1 */
        Answer answer(Call call, int attempt);
    }

    static final Answer WELL = new Answer.Answered(200, null, "thank you");
    static final Answer BROKEN = new Answer.Answered(500, null, "oops");
    static final Answer SILENT = new Answer.Unanswered("No answer within 15 s.");

    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void at(String host, Script script) {
        scripts.put(host, script);
    }

    List<Call> to(String host) {
        return calls.stream().filter(call -> call.url().getHost().equals(host)).toList();
    }

    @Override
    public Optional<String> complaint(URI url) {
        return "https".equals(url.getScheme()) ? Optional.empty() : Optional.of("must begin with https.");
    }

    @Override
    public Answer post(Call call) {
        calls.add(call);
        int attempt =
                counts.computeIfAbsent(call.id(), _ -> new AtomicInteger()).incrementAndGet();
        return scripts.getOrDefault(call.url().getHost(), (_, _) -> WELL).answer(call, attempt);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    static Script failing(int times) {
        return (_, attempt) -> attempt <= times ? BROKEN : WELL;
    }

    /** One that is down between two moments. */
    static Script restarted(Instant from, Instant to) {
        return (call, _) -> call.at().isBefore(from) || !call.at().isBefore(to) ? WELL : SILENT;
    }
}
