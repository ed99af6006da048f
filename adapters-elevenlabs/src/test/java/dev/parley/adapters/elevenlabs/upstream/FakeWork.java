package dev.parley.adapters.elevenlabs.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.recording.StemVariation;
import dev.parley.plugins.testkit.TestAudio;
import dev.parley.plugins.testkit.UpstreamAnswer;
import dev.parley.plugins.testkit.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is made of what is not spoken: music, sounds and recordings. Tones as long as asked, a second where nothing was. */
public final class FakeWork {

    static final String BOUNDARY = "3f2c0d9a8b7e4c11";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, byte[]> TONES = new ConcurrentHashMap<>();

    private static final Pattern QUERY = Pattern.compile("[?&](\\w+)=([^&]*)");
    private static final Pattern SAMPLE = Pattern.compile("; name=\"files\"; filename=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("; name=\"(\\w+)\"\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)\r\n");

    private final SeenRequest request;
    private final AudioFormat format;

    public FakeWork(SeenRequest request) {
        this.request = request;
        this.format = AudioFormat.parse(request.query().getOrDefault("output_format", "mp3_44100_128"))
                .orElseThrow();
    }

    /** The answer to such a request, for a server of another make. */
    public static UpstreamAnswer answer(UpstreamRequest request) {
        var reply = new FakeWork(seen(request)).reply(1);
        var bytes = new ByteArrayOutputStream();
        reply.pieces().forEach(bytes::writeBytes);
        var answer = UpstreamAnswer.of(
                reply.status(), reply.headers().getOrDefault("Content-Type", ""), bytes.toByteArray());
        String song = reply.headers().get("song-id");
        return song == null ? answer : answer.header("song-id", song);
    }

    static SeenRequest seen(UpstreamRequest request) {
        Map<String, String> query = new HashMap<>();
        QUERY.matcher(request.target()).results().forEach(found -> query.put(found.group(1), found.group(2)));
        var fields = FIELD.matcher(request.body())
                .results()
                .map(found -> new FormPart(found.group(1), null, null, found.group(2), 0, ""));
        var samples = SAMPLE.matcher(request.body())
                .results()
                .map(found -> new FormPart("files", found.group(1), null, "", 0, ""));
        List<FormPart> form = Stream.concat(fields, samples).toList();
        byte[] body = form.isEmpty() ? request.body().getBytes(UTF_8) : new byte[0];
        return new SeenRequest(request.method(), request.path(), query, request.headers(), body, form);
    }

    /** Whether this is such a request. */
    static boolean is(SeenRequest request) {
        return request.path().startsWith("/v1/music")
                || request.path().equals("/v1/sound-generation")
                || request.path().startsWith("/v1/dubbing")
                || request.path().startsWith("/v1/speech-to-");
    }

    Reply reply(int number) {
        String path = request.path();
        return switch (path) {
            case "/v1/music/detailed" ->
                song(Reply.of("multipart/mixed; boundary=" + BOUNDARY, List.of(detailed())), number);
            case "/v1/music/stream", "/v1/music" -> song(plain(), number);
            case "/v1/music/plan" -> Reply.json(200, planned().toString());
            case "/v1/music/stem-separation" -> Reply.of("application/zip", List.of(stems()));
            case "/v1/dubbing" ->
                Reply.json(200, "{\"dubbing_id\":\"dub-" + number + "\",\"expected_duration_sec\":2}");
            case "/v1/speech-to-text" -> Reply.json(200, transcript());
            default -> path.startsWith("/v1/dubbing/") ? dub(path) : plain();
        };
    }

    /** Done as soon as anybody looks, unless its id says otherwise. */
    private Reply dub(String path) {
        if (path.contains("/audio/")) {
            return plain();
        }
        return Reply.json(
                200,
                request.method().equals("DELETE")
                        ? "{\"status\":\"ok\"}"
                        : "{\"dubbing_id\":\"dub-1\",\"status\":\"dubbed\",\"target_languages\":[\"es\"]}");
    }

    /** All of it. */
    public byte[] audio() {
        Duration length = length();
        return TONES.computeIfAbsent(format + ":" + length, _ -> TestAudio.tone(format, length));
    }

    public byte[] stems() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String stem : StemVariation.parse(request.field("stem_variation_id"))
                    .orElse(StemVariation.SIX)
                    .stems()) {
                zip.putNextEntry(new ZipEntry(stem + "." + format.fileExtension()));
                zip.write(audio());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public String transcript() {
        if (request.field("multichannel_output_style").equals("separate")) {
            ObjectNode several = MAPPER.createObjectNode();
            several.putArray("transcripts").add(one()).add(one());
            return several.toString();
        }
        return one().toString();
    }

    /** As the real one sends it, to the byte. */
    private byte[] detailed() {
        ObjectNode details = MAPPER.createObjectNode();
        JsonNode plan = request.json().path("composition_plan");
        details.set("composition_plan", plan.isMissingNode() ? planned() : plan);
        details.putObject("song_metadata")
                .put("title", "Jungle")
                .put("description", "A walk.")
                .put("is_explicit", false)
                .putArray("genres")
                .add("ambient");
        details.withObject("/song_metadata").putArray("languages").add("en");
        if (request.json().path("with_timestamps").asBoolean()) {
            details.putArray("words_timestamps")
                    .addObject()
                    .put("word", "Hello")
                    .put("start_ms", 120)
                    .put("end_ms", 480);
        } else {
            details.putNull("words_timestamps");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: application/json\r\n\r\n" + details + "\r\n--" + BOUNDARY
                        + "\r\nContent-Type: audio/mpeg\r\nContent-Disposition: attachment; filename=\"x.mp3\"\r\n\r\n")
                .getBytes(UTF_8));
        bytes.writeBytes(audio());
        bytes.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private ObjectNode planned() {
        ObjectNode plan = MAPPER.createObjectNode();
        plan.putArray("positive_global_styles").add("calm");
        plan.putArray("negative_global_styles");
        ObjectNode section = plan.putArray("sections")
                .addObject()
                .put("section_name", "Intro")
                .put("duration_ms", request.json().path("music_length_ms").asLong(3000));
        section.putArray("positive_local_styles");
        section.putArray("negative_local_styles");
        section.putArray("lines").add("Hello");
        return plan;
    }

    private Reply song(Reply reply, int number) {
        return request.json().path("store_for_inpainting").asBoolean()
                ? reply.header("song-id", "song-" + number)
                : reply;
    }

    private Reply plain() {
        return Reply.of("audio/mpeg", List.of(audio()));
    }

    private Duration length() {
        JsonNode json = request.json();
        long planned = 0;
        JsonNode plan = json.path("composition_plan");
        for (JsonNode part : plan.path(plan.has("chunks") ? "chunks" : "sections")) {
            planned += part.path("duration_ms").asLong();
        }
        return Duration.ofMillis(
                planned > 0
                        ? planned
                        : json.path("music_length_ms")
                                .asLong((long) (json.path("duration_seconds").asDouble(1) * 1000)));
    }

    private ObjectNode one() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("language_code", "eng")
                .put("language_probability", 0.98)
                .put("text", "Hello there.");
        json.putArray("words")
                .addObject()
                .put("text", "Hello")
                .put("start", 0.1)
                .put("end", 0.5)
                .put("type", "word")
                .put("logprob", -0.1);
        return json;
    }
}
