package dev.parley.server.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.server.Tenants.Tenant;
import dev.parley.server.gate.provider.GateProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers over REST. Each order is sent with one idempotency key until it is acknowledged, however often the server dies
 * meanwhile; some are sent once more afterwards, and some are cancelled.
 */
final class Load {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Tenant> tenants;
    private final Doors doors;
    private final long seed;
    private final int orders;
    private final Duration over;
    private final URI receiver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch callers = new CountDownLatch(CALLERS);
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /**
     * @param over how long a time the orders are spread
     * @param receiver who is to be told of their ends
     */
    Load(List<Tenant> tenants, Doors doors, long seed, int orders, Duration over, URI receiver) {
        this.tenants = tenants;
        this.doors = doors;
        this.seed = seed;
        this.orders = orders;
        this.over = over;
        this.receiver = receiver;
    }

    /** One order; all of it follows from its number. */
    private record Order(int number, Tenant tenant, String model, URI receiver, boolean repeated, boolean cancelled) {

        String text() {
            return "Order " + number + " of the gate.";
        }

        String body() {
            return JSON.createObjectNode()
                    .put("model", model)
                    .put("callback_url", receiver.toString())
                    .set(
                            "input",
                            JSON.createObjectNode()
                                    .put("output_format", GateProvider.FORMAT.toString())
                                    .set(
                                            "dialogue",
                                            JSON.createArrayNode()
                                                    .add(JSON.createObjectNode()
                                                            .put("text", text())
                                                            .put("voice", "Gate"))))
                    .toString();
        }
    }

    void start() {
        var begun = Instant.now();
        for (int i = 0; i < CALLERS; i++) {
            Thread.ofVirtual().name("caller-" + i).start(() -> call(begun));
        }
    }

    /** @return whether every order was acknowledged in time */
    boolean await(Duration atMost) throws InterruptedException {
        return callers.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** By the orders' texts, the ids of their tasks. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Answers that nobody should have had. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void call(Instant begun) {
        try {
            for (int number = next.getAndIncrement(); number < orders; number = next.getAndIncrement()) {
                var due = begun.plus(over.multipliedBy(number).dividedBy(orders));
                Thread.sleep(
                        Duration.between(Instant.now(), due).isPositive()
                                ? Duration.between(Instant.now(), due)
                                : Duration.ZERO);
                place(order(number));
            }
        } catch (InterruptedException e) {
            complaints.add("a caller was sent home: " + e.getMessage());
        } finally {
            callers.countDown();
        }
    }

    private Order order(int number) {
        var random = new SplittableRandom(seed + number);
        return new Order(
                number,
                tenants.get(random.nextInt(tenants.size())),
                random.nextInt(3) == 0 ? GateProvider.POLLED : GateProvider.DIRECT,
                receiver,
                random.nextInt(20) == 0,
                random.nextInt(20) == 0);
    }

    private void place(Order order) throws InterruptedException {
        var id = submit(order);
        acknowledged.put(order.text(), id);
        if (order.repeated() && !submit(order).equals(id)) {
            complaints.add("repeated, and acknowledged as another task: " + order.text());
        }
        if (order.cancelled()) {
            Thread.sleep(order.number() % 200);
            post(order.tenant(), "/v1/tasks/" + id + "/cancel", "", "cancel-" + order.number());
        }
    }

    private String submit(Order order) throws InterruptedException {
        return post(order.tenant(), "/v1/audio/generations", order.body(), "order-" + order.number())
                .at("/data/taskId")
                .asText();
    }

    /** Until it is answered. */
    private JsonNode post(Tenant tenant, String path, String body, String key) throws InterruptedException {
        var random = new SplittableRandom();
        while (true) {
            var address = doors.any(random);
            var request = HttpRequest.newBuilder(address.http().resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + tenant.secret().value())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return JSON.readTree(answer.body());
                }
                complainOf(answer);
            } catch (IOException e) {
                // It died, or was stopped: the same again to whoever is there then.
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(20, 200));
        }
    }

    private void complainOf(HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 409, 429, 503 -> Thread.onSpinWait();
            default -> complaints.add(answer.statusCode() + " from " + answer.uri() + ": " + answer.body());
        }
    }
}
