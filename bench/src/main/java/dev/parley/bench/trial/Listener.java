package dev.parley.bench.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.bench.machine.CannotRunException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hears one dialogue after another. */
final class Listener {

    /** As the built-in voice makes it: nothing is added, and its size tells how long it lasts. */
    static final String PLAIN = "pcm_16000";

    private static final double PLAIN_BYTES_PER_SECOND = 32_000;

    /** Its head tells its length, so it cannot be sent before its end. */
    private static final String WAVE = "wav_";

    private final Gateway gateway;
    private final HttpClient client;
    private final Map<Text, Double> sounds = new HashMap<>();

    Listener(Gateway gateway, HttpClient client) {
        this.gateway = gateway;
        this.client = client;
    }

    private record Text(int characters, int which) {}

    /** So many texts of that length; for each format the same ones. */
    List<Spoken> hear(String format, int characters, int times)
            throws IOException, InterruptedException, CannotRunException {
        List<Spoken> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(hearOne(format, characters, i));
        }
        return all;
    }

    /** @param which the same number is the same text */
    Spoken hearOne(String format, int characters, int which)
            throws IOException, InterruptedException, CannotRunException {
        var text = new Text(characters, which);
        if (!format.equals(PLAIN) && !sounds.containsKey(text)) {
            hearOne(PLAIN, characters, which);
        }
        String path = "/v1/text-to-dialogue" + (format.startsWith(WAVE) ? "" : "/stream");
        var request = gateway.ask(path + "?output_format=" + format)
                .POST(BodyPublishers.ofString(Dialogues.of(characters, which)))
                .build();
        double cpuBefore = gateway.usage().cpuSeconds();
        long begun = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200 || body.read() < 0) {
                throw new CannotRunException(
                        format + ": " + answer.statusCode() + " " + new String(body.readAllBytes(), UTF_8));
            }
            double first = secondsSince(begun);
            long bytes = 1 + body.transferTo(OutputStream.nullOutputStream());
            double whole = secondsSince(begun);
            double sound = format.equals(PLAIN) ? bytes / PLAIN_BYTES_PER_SECOND : sounds.getOrDefault(text, 0.0);
            sounds.put(text, sound);
            return new Spoken(sound, first, whole, gateway.usage().cpuSeconds() - cpuBefore, bytes);
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
