package dev.parley.bench.run;

import dev.parley.bench.load.Ask;
import dev.parley.bench.load.Callers;
import dev.parley.bench.load.Tally;
import dev.parley.bench.stub.Behaviour;
import dev.parley.bench.stub.Sound;
import java.time.Duration;

/**
 * A way to ask, the same for every target.
 *
 * @param name as in the tables
 * @param behaviour of the upstream meanwhile
 * @param streamed whether the answer is wanted as it is made
 * @param connections at once
 * @param share of what the target can do in the step named {@code of}; as fast as it goes where that is 0
 * @param of name of that step
 * @param secondsMin of measuring; a step that takes long is measured in one round only
 */
record Step(
        String name, Behaviour behaviour, boolean streamed, int connections, double share, String of, long secondsMin) {

    private static final long LONG = 15;

    static final String SIXTEEN = "16 connections";

    /** Ten seconds each. */
    private static final Behaviour SLOW = new Behaviour(Duration.ofMillis(75), 32, 3, Duration.ofMillis(310), 0);

    private static final Behaviour PACED = new Behaviour(Duration.ofMillis(75), 32, 3, Duration.ofMillis(20), 0);

    static Step unary(int connections) {
        String name = connections == 1 ? "1 connection" : connections + " connections";
        return new Step(name, Behaviour.UNARY, false, connections, 0, "", 0);
    }

    static Step streams(int atOnce) {
        return new Step(atOnce + " streams", PACED, true, atOnce, 0, "", 0);
    }

    static Step slowStreams() {
        return new Step(
                "2,000 slow streams", SLOW, true, 2000, 0, "", 2 * SLOW.length().toSeconds());
    }

    static Step halfLoad() {
        return new Step("half load", Behaviour.UNARY, false, 64, 0.5, SIXTEEN, 60);
    }

    boolean isLong() {
        return secondsMin >= LONG;
    }

    /** @param capacity answers a second in the other step; of no meaning where there is none */
    Tally run(Callers callers, Running running, double capacity, long warmSeconds, long seconds)
            throws InterruptedException {
        var ask = ask(running);
        return share == 0
                ? callers.closed(ask, connections, warmSeconds, seconds)
                : callers.open(ask, share * capacity, connections, warmSeconds, seconds);
    }

    /** Of what is running, with the answer that it must give. */
    Ask ask(Running running) {
        var asked = running.target().asked();
        byte[] answer = Sound.whole(behaviour);
        return switch (asked.protocol()) {
            case HTTP -> {
                String path = streamed ? asked.stream() : asked.unary();
                yield Ask.post(running.port(), path, running.headers(), asked.body(), answer);
            }
            case GRPC -> Ask.dialogue(running.port(), running.headers(), asked.body(), answer);
        };
    }
}
