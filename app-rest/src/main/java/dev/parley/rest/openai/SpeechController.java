package dev.parley.rest.openai;

import dev.parley.application.Caller;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.PublicModel;
import dev.parley.application.stream.OrderStream;
import dev.parley.application.stream.StreamOrder;
import dev.parley.application.submit.Intent;
import dev.parley.application.submit.Order;
import dev.parley.domain.account.IdempotencyKey;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.task.TaskState;
import dev.parley.rest.audio.WaveHeader;
import dev.parley.rest.http.Delivered;
import dev.parley.rest.http.IdempotencyHeader;
import dev.parley.rest.http.RequestIds;
import dev.parley.rest.http.Warnings;
import dev.parley.rest.json.RequestJson;
import dev.parley.rest.json.UnknownFields;
import dev.parley.rest.live.Framing;
import dev.parley.rest.live.LiveAudio;
import dev.parley.rest.live.LiveBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.stream.Stream;

/** Speech while it is made: one voice, or several where the input has marks. */
@Controller(OpenAiPaths.SPEECH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class SpeechController {

    private static final String ROUTE = "openai.speech";

    private final RequestJson json;
    private final UnknownFields unknownFields;
    private final Catalog catalog;
    private final StreamOrder orders;
    private final LiveAudio live;
    private final ReadCredits credits;

    SpeechController(
            RequestJson json,
            UnknownFields unknownFields,
            Catalog catalog,
            StreamOrder orders,
            LiveAudio live,
            ReadCredits credits) {
        this.json = json;
        this.unknownFields = unknownFields;
        this.catalog = catalog;
        this.orders = orders;
        this.live = live;
        this.credits = credits;
    }

    @Post
    HttpResponse<?> speak(HttpRequest<?> request, Caller caller) {
        var key = IdempotencyHeader.of(request);
        var fields = json.read(request);
        var body = SpeechJson.of(fields);
        var warnings = Stream.concat(body.warnings().stream(), unknownFields.check(request, fields).stream())
                .toList();
        String fingerprint = fields.fingerprint();
        var intent = key.map(name -> new IdempotencyKey(caller.account(), ROUTE, name, fingerprint))
                .map(named -> new Intent(named, _ -> ""))
                .orElse(null);
        // Official clients repeat what has failed, and name nothing: the same words are the same request.
        var repeat = new IdempotencyKey(caller.account(), ROUTE + ".repeat", fingerprint, fingerprint);
        var stream = SpeechJson.naming(() -> orders.open(caller, order(caller, body), intent, repeat));
        var response = HttpResponse.ok(heard(request, stream, body))
                .header(
                        "x-credits-remaining",
                        credits.balance(caller).available().toDecimal().toPlainString());
        return headed(request, response, body, warnings);
    }

    private LiveBody heard(HttpRequest<?> request, OrderStream stream, SpeechJson body) {
        try {
            return live.stream(request, stream, framing(body, stream));
        } catch (Refused e) {
            OpenAiErrors.note(request, stream);
            throw e;
        }
    }

    private Order order(Caller caller, SpeechJson body) {
        return new Order(
                served(caller, body.model()),
                body.draft(),
                body.options(),
                new Delivery(true, false),
                body.format().audio().toString(),
                null);
    }

    /** A date at the end of a name asks for one of OpenAI's own versions: the model is the same to us. */
    private String served(Caller caller, String model) {
        String base = model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "");
        return catalog.models(caller).stream().map(PublicModel::name).anyMatch(model::equals) ? model : base;
    }

    private static Framing framing(SpeechJson body, OrderStream stream) {
        Framing audio = body.format() == ResponseFormat.WAV
                ? new WaveFraming(body.format().audio(), () -> length(stream))
                : Framing.PLAIN;
        return body.events() ? new EventFraming(audio) : audio;
    }

    private static long length(OrderStream stream) {
        return stream.task().state() instanceof TaskState.Completed(var audio, var _, var _, var _)
                ? audio.bytes()
                : WaveHeader.UNKNOWN;
    }

    private static MutableHttpResponse<?> headed(
            HttpRequest<?> request, MutableHttpResponse<LiveBody> response, SpeechJson body, List<String> warnings) {
        var audio = response.getBody().orElseThrow();
        var task = audio.task();
        RequestIds.name(request, task.id());
        response.header(
                        HttpHeaders.CONTENT_TYPE,
                        body.events() ? EventFraming.MEDIA_TYPE : body.format().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("x-parley-task-id", task.id().toString())
                .header(Delivered.PROVIDER, task.provider())
                .header(
                        "x-credits-charged",
                        task.route().quote().price().toDecimal().toPlainString());
        if (audio.isRepeated()) {
            response.header(IdempotencyHeader.REPLAYED, "true");
        }
        return Warnings.add(
                response,
                Stream.concat(task.warnings().stream(), warnings.stream()).toList());
    }
}
