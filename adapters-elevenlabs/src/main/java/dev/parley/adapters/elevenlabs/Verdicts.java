package dev.parley.adapters.elevenlabs;

import dev.parley.adapters.elevenlabs.Verdict.Remedy;
import dev.parley.adapters.elevenlabs.wire.Asked;
import dev.parley.domain.audio.Media;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.Failure.Misconfigured;
import dev.parley.domain.render.Failure.Rejected;
import dev.parley.domain.render.Failure.Throttled;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.render.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Error answers by type, code and status together: the one place where they become failures. First what a word says, then what
 * only the status says. Quota comes before keys, since both come as 401; places before rates, since both come as 429.
 */
final class Verdicts {

    private static final Duration PLACE_PAUSE = Duration.ofSeconds(1);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);

    private final Asked asked;
    private final Complaint complaint;
    private final @Nullable Duration retryAfter;

    private Verdicts(Asked asked, Complaint complaint, @Nullable Duration retryAfter) {
        this.asked = asked;
        this.complaint = complaint;
        this.retryAfter = retryAfter;
    }

    /** @param retryAfter as the upstream told it */
    static Verdict on(Asked asked, Complaint complaint, @Nullable Duration retryAfter) {
        var verdicts = new Verdicts(asked, complaint, retryAfter);
        Verdict known = verdicts.byAccount();
        if (known == null) {
            known = verdicts.byRequest();
        }
        return known == null ? verdicts.byStatus() : known;
    }

    private @Nullable Verdict byAccount() {
        if (says("quota_exceeded", "insufficient_credits", "insufficient_quota")) {
            return anotherKey("quota exceeded");
        }
        if (says("concurrent_limit_exceeded", "too_many_concurrent_requests")) {
            return new Verdict(
                    new Throttled("ElevenLabs renders as much at once as the plan allows", pause(PLACE_PAUSE)),
                    Remedy.WAIT_FOR_A_PLACE);
        }
        if (says("system_busy", "rate_limit_exceeded", "rate_limit_error")) {
            return busy();
        }
        if (says("invalid_api_key", "needs_authorization", "invalid_authorization_header", "workspace_not_found")) {
            return anotherKey("key refused");
        }
        if (says("missing_permissions")) {
            return anotherKey("key lacks the permission for this");
        }
        if (says("voice_limit_reached", "voice_add_edit_limit_reached")) {
            return misconfigured("ElevenLabs' plan has no place for another voice");
        }
        if (says("paid_plan_required") && asked.voices().isEmpty()) {
            return misconfigured("ElevenLabs' plan does not allow " + model());
        }
        if (says("paid_plan_required")) {
            return rejected(voices() + " is out of the voice library, which ElevenLabs' plan does not let the API use."
                    + " Name another voice; the operator may give its name to another by voice_aliases");
        }
        return null;
    }

    private @Nullable Verdict byRequest() {
        if (says("voice_not_found", "invalid_voice_id")) {
            return rejected("ElevenLabs does not know " + voices() + ". Name another voice");
        }
        if (says("voice_access_denied")) {
            return rejected("ElevenLabs does not let this account use " + voices() + ". Name another voice");
        }
        if (says("model_not_found", "model_access_denied")) {
            return misconfigured("the account at ElevenLabs does not have the model " + model());
        }
        if (says("output_format_not_allowed")) {
            return rejected("ElevenLabs' plan does not allow " + format()
                    + ". Ask for another format; the operator may set 'formats'");
        }
        if (says("pronunciation_dictionary_not_found")) {
            return rejected("ElevenLabs does not know the pronunciation dictionary");
        }
        if (says("text_too_long", "max_character_limit_exceeded")) {
            return rejected("the text is too long for " + model());
        }
        if (says("empty_text")) {
            return rejected("ElevenLabs finds nothing in the text to speak");
        }
        if (says("invalid_ttd_stability", "invalid_voice_settings")) {
            return rejected("ElevenLabs does not take these settings for " + model());
        }
        if (says("bad_prompt", "bad_composition_plan")) {
            return rejected("ElevenLabs does not make music of this: it names somebody, or quotes somebody's work");
        }
        if (says("invalid_output_format")) {
            return rejected("ElevenLabs does not make " + format());
        }
        if (says("unsupported_model")) {
            return rejected(model() + " does not do what was asked for");
        }
        return null;
    }

    private Verdict byStatus() {
        return switch (complaint.status()) {
            case 400, 413, 414, 422 -> rejected("ElevenLabs does not take the request" + where());
            case 401 -> anotherKey("key refused");
            case 402 -> anotherKey("payment required");
            case 403 -> misconfigured("ElevenLabs' plan, or its list of addresses, does not allow this");
            case 404 -> missing();
            case 429 -> busy();
            case 409, 425 -> Verdict.of(Unavailable.notRendered("ElevenLabs is not ready for this"));
            // Said by whatever stands before the upstream, which may be at work behind it.
            case 408, 502, 504, 520, 522, 524 ->
                Verdict.of(new Unavailable("ElevenLabs did not answer in time (" + complaint.status() + ")"));
            default -> byClass();
        };
    }

    private Verdict byClass() {
        int status = complaint.status();
        if (status >= 500) {
            return Verdict.of(Unavailable.notRendered("ElevenLabs failed (" + status + ")"));
        }
        if (status >= 400) {
            return rejected("ElevenLabs does not take the request (" + status + ")" + where());
        }
        return misconfigured("what answers at base_url is not ElevenLabs (" + status + ")");
    }

    /** Where a voice is in the path, an answer without words is about that. */
    private Verdict missing() {
        boolean known = says("not_found") || !complaint.prose().isEmpty();
        return known
                        && asked.request().kind() != Kind.DIALOGUE
                        && !asked.voices().isEmpty()
                ? rejected("ElevenLabs does not know " + voices() + ". Name another voice")
                : misconfigured("ElevenLabs has no such address. Check base_url");
    }

    private boolean says(String... any) {
        return complaint.says(any);
    }

    private Verdict busy() {
        return Verdict.of(new Throttled("ElevenLabs is busy", pause(BUSY_PAUSE)));
    }

    private Duration pause(Duration usual) {
        return retryAfter == null ? usual : retryAfter;
    }

    /** Of an archive, that of what is in it. */
    private Media format() {
        return asked.request() instanceof StemsRequest stems
                ? stems.stemFormat()
                : asked.request().format();
    }

    private String model() {
        return asked.request().model();
    }

    private String where() {
        return complaint.field().isEmpty() ? "" : ": it complains of " + complaint.field();
    }

    /** The voice that the upstream's prose names, if it is one of ours; else all of ours. */
    private String voices() {
        var named = asked.voices();
        return named.stream()
                .filter(complaint.prose()::contains)
                .findFirst()
                .or(() -> named.size() == 1 ? named.stream().findFirst() : java.util.Optional.empty())
                .map(voice -> "the voice '" + voice + "'")
                .orElse("one of the voices " + String.join(", ", named));
    }

    private static Verdict rejected(String message) {
        return Verdict.of(new Rejected(message));
    }

    private static Verdict misconfigured(String message) {
        return Verdict.of(new Misconfigured(message));
    }

    private static Verdict anotherKey(String reason) {
        Failure failure = new Misconfigured(reason);
        return new Verdict(failure, Remedy.TAKE_ANOTHER_KEY);
    }
}
