package dev.parley.adapters.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people have them, made and measured by FFmpeg too, where this machine has it. */
final class EncodedByFfmpegTest {

    private static final double SECONDS = 7.3;
    private static final String SOUND = "sine=frequency=440:sample_rate=44100:duration=" + SECONDS;
    private static final String PICTURE = "color=size=64x64:rate=10:duration=" + SECONDS;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.wav  | audio/wav | -c:a pcm_s16le",
                "b.wav  | audio/wav | -c:a pcm_s24le -ac 6",
                "c.wav  | audio/wav | -c:a adpcm_ms",
                "d.wav  | audio/wav | -c:a pcm_s16le -rf64 always",
                "a.mp3  | audio/mpeg | -c:a libmp3lame -b:a 128k",
                "b.mp3  | audio/mpeg | -c:a libmp3lame -q:a 5 -metadata title=Tagged -write_id3v1 1",
                "c.mp3  | audio/mpeg | -c:a libmp3lame -b:a 32k -ar 22050 -write_xing 0",
                "a.aac  | audio/aac | -c:a aac -f adts",
                "a.flac | audio/flac | -c:a flac",
                "b.flac | audio/flac | -c:a flac -ac 2 -sample_fmt s32",
                "a.ogg  | audio/ogg | -c:a libopus",
                "b.ogg  | audio/ogg | -c:a libvorbis",
                "a.m4a  | audio/mp4 | -c:a aac",
                "b.m4a  | audio/mp4 | -c:a alac -movflags faststart",
                "c.mp4  | audio/mp4 | -c:a aac -movflags frag_keyframe+empty_moov -frag_duration 500000",
                "a.webm | audio/webm | -c:a libopus",
                "a.mka  | audio/x-matroska | -c:a libvorbis",
            })
    void lengthIsWhatFfprobeSays(String name, String type, String arguments) throws Exception {
        assumeTrue(installed(), "FFmpeg is not installed: files of other encoders are not tried.");
        var file = folder.resolve(name);
        run("ffmpeg -v error -f lavfi -i " + SOUND + " " + arguments + " -y " + file);
        agrees(file, type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.mp4  | video/mp4 | -c:v mpeg4 -c:a aac",
                "a.mov  | video/quicktime | -c:v mpeg4 -c:a aac",
                "a.mkv  | video/x-matroska | -c:v mpeg4 -c:a libmp3lame",
                "b.mp4  | video/mp4 | -c:v mpeg4 -c:a aac -movflags frag_keyframe+empty_moov+default_base_moof",
            })
    void soundOfAFilmIsMeasured(String name, String type, String arguments) throws Exception {
        assumeTrue(installed(), "FFmpeg is not installed: films are not tried.");
        var file = folder.resolve(name);
        run("ffmpeg -v error -f lavfi -i " + PICTURE + " -f lavfi -i " + SOUND + " " + arguments + " -y " + file);
        agrees(file, type);
    }

    private static void agrees(Path file, String type) throws Exception {
        try (var content = Files.newByteChannel(file)) {
            var recording = new StandardRecordings().measure(content).orElseThrow();
            assertThat(recording.mediaType()).isEqualTo(type);
            assertThat(recording.length().toMillis() / 1000.0).isCloseTo(SECONDS, Offset.offset(0.1));
            assertThat(recording.length().toMillis() / 1000.0).isCloseTo(probed(file), Offset.offset(0.06));
        }
    }

    /** FFmpeg guesses the length of what has no head: there it has to count packets. */
    private static double probed(Path file) throws Exception {
        boolean counted = file.toString().endsWith(".aac") || file.toString().endsWith("c.mp3");
        String lines = run(
                counted
                        ? "ffprobe -v error -select_streams a -show_entries packet=duration_time -of csv=p=0 " + file
                        : "ffprobe -v error -show_entries format=duration -of csv=p=0 " + file);
        return lines.lines()
                .mapToDouble(line -> Double.parseDouble(line.replace(",", "")))
                .sum();
    }

    private static boolean installed() {
        return List.of("ffmpeg", "ffprobe").stream()
                .allMatch(
                        name -> List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
    }

    private static String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        Collections.addAll(words, command.trim().split(" +"));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(command + ": " + said).isZero();
        return said;
    }
}
