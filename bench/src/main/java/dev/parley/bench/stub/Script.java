package dev.parley.bench.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What the upstream has been told to do, and how often it has done it. Answers are made once and shared. */
final class Script {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PER_MILLE = 1000;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final AtomicLong asked = new AtomicLong();
    private final Map<String, List<TimedLine>> timed = new ConcurrentHashMap<>();
    private volatile Behaviour behaviour = Behaviour.UNARY;
    private volatile List<ByteBuf> plain = shared(Sound.plain(Behaviour.UNARY));

    Behaviour behaviour() {
        return behaviour;
    }

    long asked() {
        return asked.get();
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
        timed.clear();
        plain = shared(Sound.plain(wanted));
    }

    boolean refuses() {
        asked.incrementAndGet();
        int errors = behaviour.errorsPerMille();
        return errors > 0 && ThreadLocalRandom.current().nextInt(PER_MILLE) < errors;
    }

    List<ByteBuf> plain() {
        return plain;
    }

    /** Requests differ in their number, which takes as long to say as any other. */
    List<ByteBuf> timed(byte[] request) {
        String text = text(request);
        var lines = timed.computeIfAbsent(
                DIGIT.matcher(text).replaceAll("0"),
                zeros -> Sound.timed(behaviour, zeros).stream()
                        .map(TimedLine::of)
                        .toList());
        var digits = DIGIT.matcher(text);
        return lines.stream().map(line -> line.saying(digits)).toList();
    }

    /** Of a single voice, or of all turns. */
    private static String text(byte[] request) {
        try {
            JsonNode json = MAPPER.readTree(request);
            if (json.has("text")) {
                return json.path("text").asText();
            }
            var all = new StringBuilder();
            json.path("inputs").forEach(turn -> all.append(turn.path("text").asText()));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ByteBuf> shared(List<byte[]> pieces) {
        return pieces.stream()
                .map(Unpooled::wrappedBuffer)
                .map(Unpooled::unreleasableBuffer)
                .toList();
    }
}
