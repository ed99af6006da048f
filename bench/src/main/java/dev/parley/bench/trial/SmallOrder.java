package dev.parley.bench.trial;

import dev.parley.bench.load.Ask;
import dev.parley.bench.load.Callers;
import dev.parley.bench.load.Tally;
import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.stub.Behaviour;
import dev.parley.bench.stub.Upstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A task of a few words, which the stub renders. */
final class SmallOrder {

    /** 0.8 s: who speaks these words in less has left some out. */
    private static final int FRAMES = 30;

    /** As fast as the gateway asks. */
    static final Behaviour RENDERED = new Behaviour(Duration.ZERO, 1, FRAMES, Duration.ZERO, 0);

    /** So slowly that the gateway has nearly nothing to do but to take orders. */
    static final Behaviour HELD_UP = new Behaviour(Duration.ofSeconds(2), 1, FRAMES, Duration.ZERO, 0);

    /** Of a gateway that has just been started. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PATH = "/v1/audio/generations";

    /** The place in it is for a number. */
    private static final String BODY = """
        {"model":"eleven_flash_v2_5","input":{"text":"Good morning, 000000000.","voice":"21m00Tcm4TlvDq8ikWAM"}}\
        """;

    private static final byte[] ANSWER = """
        {"code":200,"msg":"success","data":{"taskId":"00000000-0000-0000-0000-000000000000"}}\
        """.getBytes(StandardCharsets.US_ASCII);

    private final Ask ask;

    SmallOrder(Gateway gateway) {
        String key =
                gateway.ask(PATH).build().headers().firstValue("authorization").orElseThrow();
        ask = Ask.order(gateway.port(), PATH, Map.of("authorization", key), BODY, ANSWER);
    }

    /** With which a gateway takes any number of them. */
    static Map<String, String> settings(Upstream upstream) {
        return Map.of(
                "PARLEY_LIMITS_TASKS_PENDING",
                "1000000",
                "PARLEY_LIMITS_ACCOUNT_PENDING",
                "1000000",
                "PARLEY_LIMITS_RENDERS",
                "16",
                "PARLEY_LIMITS_ACCOUNT_RENDERS",
                "16",
                "PARLEY_PROVIDERS_ELEVENLABS_API_KEY",
                "sk_bench_0123456789",
                "PARLEY_PROVIDERS_ELEVENLABS_BASE_URL",
                "http://127.0.0.1:" + upstream.port(),
                "PARLEY_PROVIDERS_ELEVENLABS_CONCURRENCY",
                "16");
    }

    void once(Callers callers) throws InterruptedException, CannotRunException {
        var tally = callers.once(ask, PATIENCE);
        if (tally.good() != 1) {
            throw new CannotRunException("an order is not taken: " + tally.trouble());
        }
    }

    /** As fast as so many callers get their answers. */
    Tally closed(Callers callers, int connections, long warmSeconds, long seconds)
            throws InterruptedException, CannotRunException {
        return taken(callers.closed(ask, connections, warmSeconds, seconds));
    }

    /** So many a second. */
    Tally open(Callers callers, double perSecond, long warmSeconds, long seconds)
            throws InterruptedException, CannotRunException {
        return taken(callers.open(ask, perSecond, 64, warmSeconds, seconds));
    }

    private static Tally taken(Tally tally) throws CannotRunException {
        if (tally.bad() > 0) {
            throw new CannotRunException("orders were not taken: " + tally.trouble());
        }
        return tally;
    }
}
