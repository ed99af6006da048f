package dev.parley.rest.elevenlabs;

import dev.parley.application.Caller;
import dev.parley.application.Limits;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.RenderOptions;
import dev.parley.domain.recording.RecordingDraft.DubbingDraft;
import dev.parley.domain.recording.RecordingDraft.TranscriptionDraft;
import dev.parley.domain.render.Delivery;
import dev.parley.rest.draft.DubbingFields;
import dev.parley.rest.draft.RecordingFields;
import dev.parley.rest.draft.TranscriptionFields;
import dev.parley.rest.elevenlabs.OrderReader.Body;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.upload.Form;
import dev.parley.rest.upload.FormReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Reads requests that bring a recording, and keeps the recording only if a task is stored for it. */
@Singleton
final class FormOrders {

    private static final String FILE = "file";
    private static final String AUDIO = "audio";

    private final FormReader forms;
    private final UnknownFields unknownFields;
    private final Limits limits;

    FormOrders(FormReader forms, UnknownFields unknownFields, Limits limits) {
        this.forms = forms;
        this.unknownFields = unknownFields;
        this.limits = limits;
    }

    /** Reads one kind of form, and adds what it ignores to the warnings. */
    @FunctionalInterface
    private interface Reading {
        Body read(Form form, List<String> warnings);
    }

    HttpResponse<?> voiceChange(
            HttpRequest<?> request,
            Caller caller,
            String voice,
            Delivery delivery,
            Function<Asked, HttpResponse<?>> answer) {
        var format = format(request, delivery);
        Reading reading = (form, _) -> {
            var fields = form.fields();
            String model = Objects.requireNonNullElse(fields.text("model_id"), "eleven_english_sts_v2");
            var audio = form.upload(AUDIO, limits.uploadBytesMax(), RecordingFields.stated(fields));
            return new Body(model, RecordingFields.voiceChange(fields, audio, voice), RenderOptions.NONE);
        };
        try (var form = forms.read(request, limits.uploadBytesMax(), AUDIO)) {
            return answer.apply(read(request, caller, delivery, format, form, reading));
        }
    }

    HttpResponse<?> stems(HttpRequest<?> request, Caller caller, Function<Asked, HttpResponse<?>> answer) {
        var format = format(request, Delivery.WHOLE);
        Reading reading = (form, warnings) -> {
            var fields = form.fields();
            if (Boolean.TRUE.equals(fields.truth("sign_with_c2pa"))) {
                warnings.add("'sign_with_c2pa' is not taken here: it was left out.");
            }
            var audio = form.upload(FILE, limits.uploadBytesMax(), null);
            return new Body("stem_separation_v1", RecordingFields.stems(fields, audio), RenderOptions.NONE);
        };
        try (var form = forms.read(request, limits.uploadBytesMax(), FILE)) {
            return answer.apply(read(request, caller, Delivery.WHOLE, format, form, reading));
        }
    }

    HttpResponse<?> transcription(
            HttpRequest<?> request, Caller caller, Function<Transcription, HttpResponse<?>> answer) {
        try (var form = forms.read(request, limits.transcriptionBytesMax(), FILE, AUDIO)) {
            var asked = read(request, caller, Delivery.WHOLE, OutputFormat.AUTO, form, (brought, warnings) -> {
                return transcription(request, caller, brought, warnings);
            });
            boolean later = Boolean.TRUE.equals(form.fields().truth("webhook"));
            return answer.apply(new Transcription(asked, later));
        }
    }

    HttpResponse<?> dubbing(HttpRequest<?> request, Caller caller, Function<Asked, HttpResponse<?>> answer) {
        try (var form = forms.read(request, limits.transcriptionBytesMax(), FILE)) {
            return answer.apply(read(request, caller, Delivery.WHOLE, OutputFormat.AUTO, form, (brought, warnings) -> {
                return dubbing(request, caller, brought, warnings);
            }));
        }
    }

    /** @param later whether the caller does not wait, but is told */
    record Transcription(Asked asked, boolean later) {}

    /** The second name is a former one of the first. */
    private static void fetch(HttpRequest<?> request, Caller caller, Form form, long bytesMax) {
        var fields = form.fields();
        String name = fields.named("source_url", "cloud_storage_url");
        form.fetch(request, caller, name, fields.text(name), bytesMax);
    }

    private Body dubbing(HttpRequest<?> request, Caller caller, Form form, List<String> warnings) {
        var fields = form.fields();
        for (String left : List.of("dubbing_studio", "disable_voice_cloning")) {
            if (Boolean.TRUE.equals(fields.truth(left))) {
                warnings.add("'" + left + "' is not taken here: it was left out.");
            }
        }
        var settings = DubbingFields.settings(fields);
        fetch(request, caller, form, limits.transcriptionBytesMax());
        var audio = form.upload(FILE, limits.transcriptionBytesMax(), null);
        String fileName = form.fileName(FILE);
        return new Body(
                "dubbing_v1",
                new DubbingDraft(audio, settings),
                RenderOptions.NONE,
                field -> field.equals(FILE) ? fileName : field);
    }

    private Body transcription(HttpRequest<?> request, Caller caller, Form form, List<String> warnings) {
        var fields = form.fields();
        for (String left : List.of("webhook_id", "webhook_metadata")) {
            if (fields.isPresent(left)) {
                warnings.add("'" + left + "' is not taken here: every webhook endpoint of the account is told.");
            }
        }
        var _ = fields.truth("webhook");
        String model = fields.requiredText("model_id");
        var settings = TranscriptionFields.settings(fields);
        fetch(request, caller, form, limits.transcriptionBytesMax());
        var audio = form.upload(FILE, limits.transcriptionBytesMax(), RecordingFields.stated(fields));
        String redaction = fields.named(TranscriptionFields.REDACTION, TranscriptionFields.REDACTION_ALIAS);
        String fileName = form.fileName(FILE);
        return new Body(
                model,
                new TranscriptionDraft(audio, settings),
                RenderOptions.NONE,
                field -> field.equals(FILE)
                        ? fileName
                        : Spelling.of(TranscriptionFields.REDACTION, redaction).apply(field));
    }

    private Asked read(
            HttpRequest<?> request, Caller caller, Delivery delivery, OutputFormat format, Form form, Reading reading) {
        List<String> warnings = new ArrayList<>();
        var said = Schema.reading("body", () -> {
            var read = reading.read(form, warnings);
            warnings.addAll(unknownFields.check(request, form.fields().unknown()));
            return read;
        });
        var order = new Order(said.model(), said.draft(), said.options(), delivery, format.name(), null);
        String fingerprint = form.fingerprint(request.getPath(), format.toString());
        return Asked.of(request, caller, order, format, warnings, fingerprint).with(said.spelling());
    }

    private static OutputFormat format(HttpRequest<?> request, Delivery delivery) {
        var _ = IdempotencyHeader.of(request);
        return Schema.reading(
                "query",
                () -> OutputFormat.parse(new QueryFields(request).text(FieldNames.OUTPUT_FORMAT), delivery.streamed()));
    }
}
