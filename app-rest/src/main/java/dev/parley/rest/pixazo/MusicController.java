package dev.parley.rest.pixazo;

import dev.parley.application.Caller;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.music.MusicDraft;
import dev.parley.domain.music.MusicOptions;
import dev.parley.rest.RestSettings;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.JsonFields;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.submit.Asked;
import dev.parley.rest.submit.Submission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a prompt for music, and answers with where to ask for it. */
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

    private static final String ROUTE = "pixazo.music";
    private static final String SECTION_DURATIONS = "respect_sections_durations";

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final Submission submission;
    private final RestSettings settings;

    MusicController(RequestJson json, UnknownFields unknownFields, Submission submission, RestSettings settings) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.submission = submission;
        this.settings = settings;
    }

    @Post
    HttpResponse<?> compose(HttpRequest<?> request, Caller caller) {
        var name = IdempotencyHeader.of(request);
        var webhook = WebhookHeaders.of(request);
        var body = json.read(request);
        List<String> warnings = new ArrayList<>(webhook.warnings());
        var order = order(body, webhook.callback(), warnings);
        warnings.addAll(unknownFields.check(request, body));
        var key = Asked.key(name, caller, ROUTE, body.fingerprint(webhook.said()));
        return SpeechJson.naming(
                PixazoPaths.MUSIC_MODEL,
                () -> submission.answer(
                        new Asked(caller, order, key, warnings),
                        HttpStatus.ACCEPTED,
                        task -> Queued.of(task, settings)));
    }

    private static Order order(JsonFields body, @Nullable CallbackDraft callback, List<String> warnings) {
        String prompt = body.requiredText("prompt");
        if (prompt.isBlank()) {
            throw body.refused("prompt", "is required.");
        }
        if (Boolean.FALSE.equals(body.truth(SECTION_DURATIONS))) {
            warnings.add("'" + SECTION_DURATIONS + "' means nothing without a plan: it was ignored.");
        }
        String format = body.text("output_format");
        if (format != null && !FORMATS.contains(format)) {
            throw body.refused("output_format", "must be one of: " + String.join(", ", FORMATS) + ".");
        }
        var draft = new MusicDraft(prompt, null, null, MusicOptions.NONE);
        return new Order(PixazoPaths.MUSIC_MODEL, draft, format, callback);
    }
}
