package dev.parley.bench.trial;

import dev.parley.bench.machine.CannotRunException;
import dev.parley.bench.machine.Median;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How fast the built-in voice speaks, and what each format costs. */
final class VoiceTrial implements Trial {

    private static final String PLAIN = Listener.PLAIN;

    private static final String USUAL = "mp3_44100_128";
    private static final int SHORT = 120;
    private static final int USUAL_LENGTH = 1000;
    private static final int LONGEST = 5000;
    private static final int TIMES = 5;
    private static final int WARMING = 8;

    /** In the order of the table: what is plain comes first. */
    private static final List<String> FORMATS = List.of(
            PLAIN,
            "pcm_44100",
            "wav_16000",
            "ulaw_8000",
            "alaw_8000",
            "mp3_22050_32",
            USUAL,
            "mp3_44100_192",
            "opus_48000_32",
            "opus_48000_128");

    private static final List<String> FEW = List.of(PLAIN, USUAL, "opus_48000_32");

    @Override
    public String name() {
        return "voice";
    }

    @Override
    public Section run(Ground ground, boolean quick) throws IOException, InterruptedException, CannotRunException {
        int times = quick ? 1 : TIMES;
        try (var gateway = Gateway.start(ground, ground.work().resolve("voice"), Map.of());
                var client = HttpClient.newHttpClient()) {
            var listener = new Listener(gateway, client);
            var formats = quick ? FEW : FORMATS;
            for (int i = 0; i < (quick ? 1 : WARMING); i++) {
                listener.hearOne(formats.get(i % formats.size()), quick ? SHORT : USUAL_LENGTH, i);
            }
            List<List<String>> rows = new ArrayList<>();
            rows.add(row(PLAIN, SHORT, listener.hear(PLAIN, SHORT, times), 0));
            var usual = listener.hear(PLAIN, USUAL_LENGTH, times);
            double plain = Median.of(usual, Spoken::cpuMillisPerSecond);
            for (var format : formats) {
                var heard = format.equals(PLAIN) ? usual : listener.hear(format, USUAL_LENGTH, times);
                rows.add(row(format, USUAL_LENGTH, heard, plain));
            }
            rows.add(row(USUAL, LONGEST, listener.hear(USUAL, LONGEST, times), plain));
            return new Section(
                    "The built-in voice",
                    "Dialogues of so many characters, in turns of 200, one after another, " + times
                            + " times each; medians. The real-time factor is the time until the last byte for each"
                            + " second of sound: below 1 is faster than it is heard. CPU is the gateway's, for each"
                            + " second of sound; what it is more than " + PLAIN
                            + ", the voice's own, is what the format costs."
                            + " All but `wav` is streamed.",
                    List.of(
                            "format",
                            "characters",
                            "sound",
                            "first byte",
                            "last byte",
                            "real-time factor",
                            "CPU",
                            "of it, the format",
                            "size of a second"),
                    rows,
                    List.of());
        }
    }

    private static List<String> row(String format, int characters, List<Spoken> heard, double plain) {
        double cpu = Median.of(heard, Spoken::cpuMillisPerSecond);
        return List.of(
                format,
                Bar.text(characters),
                Bar.text(Median.of(heard, Spoken::sound)) + " s",
                Bar.text(Median.of(heard, Spoken::first) * 1000) + " ms",
                Bar.text(Median.of(heard, Spoken::whole)) + " s",
                String.format(Locale.ROOT, "%.3f", Median.of(heard, Spoken::realTimeFactor)),
                Bar.text(cpu) + " ms",
                format.equals(PLAIN) || characters != USUAL_LENGTH ? "–" : Bar.text(cpu - plain) + " ms",
                Bar.text(Median.of(heard, Spoken::bytesPerSecond)) + " B");
    }
}
