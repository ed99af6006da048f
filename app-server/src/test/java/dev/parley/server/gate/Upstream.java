package dev.parley.server.gate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the gate's provider pays: lives in the test, so that it survives every kill and remembers what it was asked. It never
 * takes two requests for one: whoever asks twice, pays twice.
 */
final class Upstream implements AutoCloseable {

    private static final int CUT = -1;
    private static final int NOT_READY = 204;

    private final long seed;
    private final Faults faults;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Generation> generations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentHashMap<String, Job> jobs = new ConcurrentHashMap<>();

    /** What goes wrong, each in percent of the calls. */
    record Faults(int unavailable, int rejected, int cut) {}

    /**
     * Something that was paid for.
     *
     * @param attempt id of the attempt that asked for it: the task's id and the attempt's number
     */
    record Generation(String attempt, String text, Instant at) {

        String task() {
            return attempt.substring(0, attempt.lastIndexOf('-'));
        }

        int number() {
            return Integer.parseInt(attempt.substring(attempt.lastIndexOf('-') + 1));
        }
    }

    private volatile CountDownLatch stalled = new CountDownLatch(0);

    private record Job(String text, Instant ready) {}

    Upstream(long seed, Faults faults) {
        this.seed = seed;
        this.faults = faults;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/render", exchange -> render(exchange));
        server.createContext("/jobs", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                submit(exchange);
            } else {
                poll(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Collection<Generation> generations() {
        return List.copyOf(generations);
    }

    /** The same for the same text. */
    static byte[] audio(String text) {
        var random = new SplittableRandom(text.hashCode());
        var audio = new byte[2 * random.nextInt(500, 5_000)];
        random.nextBytes(audio);
        return audio;
    }

    /** From now on nobody is answered who has been paid for. */
    void stall() {
        stalled = new CountDownLatch(1);
    }

    /** Until so many who have been paid for wait for their audio. */
    void awaitWaiting(int callers, Duration atMost) throws InterruptedException {
        var until = Instant.now().plus(atMost);
        while (waiting.get() < callers && Instant.now().isBefore(until)) {
            Thread.sleep(5);
        }
    }

    /** Answers again, those who have waited too. */
    void answer() {
        stalled.countDown();
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
        threads.shutdownNow();
    }

    private void render(HttpExchange exchange) throws IOException {
        var generation = generation(exchange);
        var random = random(generation);
        int status = status(random);
        if (status == 200 || status == CUT) {
            generations.add(generation);
            pause(delay(random));
        }
        answer(exchange, status, status == 200 ? audio(generation.text()) : new byte[0]);
    }

    private void submit(HttpExchange exchange) throws IOException {
        var generation = generation(exchange);
        var random = random(generation);
        int status = status(random);
        var job = "job-" + (jobs.size() + 1) + "-" + generation.attempt();
        if (status == 200 || status == CUT) {
            generations.add(generation);
            jobs.put(job, new Job(generation.text(), Instant.now().plusMillis(delay(random))));
        }
        answer(exchange, status, status == 200 ? job.getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }

    private void poll(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var job = jobs.get(path.substring(path.lastIndexOf('/') + 1));
        if (job == null) {
            answer(exchange, 404, new byte[0]);
        } else if (stalled.getCount() > 0 || Instant.now().isBefore(job.ready())) {
            answer(exchange, NOT_READY, new byte[0]);
        } else {
            answer(exchange, 200, audio(job.text()));
        }
    }

    private static Generation generation(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Generation(exchange.getRequestHeaders().getFirst("Attempt"), text, Instant.now());
    }

    /** What happens depends on the order and on how often it was tried, not on when. */
    private SplittableRandom random(Generation generation) {
        return new SplittableRandom(seed + 31L * generation.text().hashCode() + generation.number());
    }

    private int status(SplittableRandom random) {
        int dice = random.nextInt(100);
        if (dice < faults.unavailable()) {
            return 503;
        }
        if (dice < faults.unavailable() + faults.rejected()) {
            return 400;
        }
        return dice < faults.unavailable() + faults.rejected() + faults.cut() ? CUT : 200;
    }

    /** Mostly short; now and then so long that a kill meets it. */
    private static long delay(SplittableRandom random) {
        return random.nextInt(10) < 7 ? random.nextInt(5, 60) : random.nextInt(60, 900);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            if (status != CUT) {
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void pause(long ms) {
        waiting.incrementAndGet();
        try {
            Thread.sleep(ms);
            stalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
