package dev.parley.rest.pixazo;

import dev.parley.application.Caller;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Says that nobody here makes music, once the request is one that could be asked. */
@Controller(PixazoPaths.MUSIC)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class MusicController {

    private static final List<String> FORMATS = List.of(
            "mp3_22050_32",
            "mp3_44100_32",
            "mp3_44100_64",
            "mp3_44100_96",
            "mp3_44100_128",
            "mp3_44100_192",
            "pcm_8000",
            "pcm_16000",
            "pcm_22050",
            "pcm_24000",
            "pcm_44100",
            "pcm_48000",
            "ulaw_8000",
            "alaw_8000",
            "opus_48000_32",
            "opus_48000_64",
            "opus_48000_96",
            "opus_48000_128",
            "opus_48000_192");

    private final RequestJson json;
    private final UnknownFields unknownFields;

    MusicController(RequestJson json, UnknownFields unknownFields) {
        this.json = json;
        this.unknownFields = unknownFields;
    }

    @Post
    HttpResponse<?> compose(HttpRequest<?> request, Caller caller) {
        var _ = WebhookHeaders.of(request);
        var body = json.read(request);
        check(body);
        var _ = unknownFields.check(request, body);
        throw MissingModel.refused(PixazoPaths.MUSIC_MODEL, ": no provider of this gateway makes music.");
    }

    private static void check(JsonFields body) {
        if (body.requiredText("prompt").isBlank()) {
            throw body.refused("prompt", "is required.");
        }
        var _ = body.truth("respect_sections_durations");
        String format = body.text("output_format");
        if (format != null && !FORMATS.contains(format)) {
            throw body.refused("output_format", "must be one of: " + String.join(", ", FORMATS) + ".");
        }
    }
}
