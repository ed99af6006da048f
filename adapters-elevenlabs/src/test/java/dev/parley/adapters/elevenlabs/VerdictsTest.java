package dev.parley.adapters.elevenlabs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.elevenlabs.Settings.Proof;
import dev.parley.adapters.elevenlabs.Verdict.Remedy;
import dev.parley.adapters.elevenlabs.music.MusicCall;
import dev.parley.adapters.elevenlabs.upstream.Errors;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the upstream's table of errors, in each shape that it has. */
class VerdictsTest {

    private static final String SECRET = "sk_secret_in_prose";
    private static final SpokenCall SPEECH =
            SpokenCall.of(Studio.speech("eleven_v3", Delivery.WHOLE, "Hi."), Proof.TIMINGS);
    private static final SpokenCall DIALOGUE =
            SpokenCall.of(Studio.dialogue(Delivery.WHOLE, "Hi.", "Ho."), Proof.TIMINGS);

    /** Columns: status, type, code, kind, remedy. */
    @ParameterizedTest
    @CsvSource({
        "400, validation_error, text_too_long, Rejected, NONE",
        "400, validation_error, max_character_limit_exceeded, Rejected, NONE",
        "400, validation_error, empty_text, Rejected, NONE",
        "400, validation_error, invalid_parameters, Rejected, NONE",
        "400, validation_error, invalid_voice_settings, Rejected, NONE",
        "400, validation_error, invalid_ttd_stability, Rejected, NONE",
        "400, validation_error, invalid_voice_id, Rejected, NONE",
        "400, invalid_request, unsupported_model, Rejected, NONE",
        "400, validation_error, invalid_output_format, Rejected, NONE",
        "400, invalid_request, invalid_argument, Rejected, NONE",
        "400, invalid_request, malformed_json, Rejected, NONE",
        "400, validation_error, voice_not_found, Rejected, NONE",
        "401, authentication_error, invalid_api_key, Misconfigured, TAKE_ANOTHER_KEY",
        "401, authentication_error, needs_authorization, Misconfigured, TAKE_ANOTHER_KEY",
        "401, authentication_error, unauthorized, Misconfigured, TAKE_ANOTHER_KEY",
        "401, authentication_error, missing_permissions, Misconfigured, TAKE_ANOTHER_KEY",
        "401, authentication_error, invalid_authorization_header, Misconfigured, TAKE_ANOTHER_KEY",
        "401, authentication_error, quota_exceeded, Misconfigured, TAKE_ANOTHER_KEY",
        "429, rate_limit_error, quota_exceeded, Misconfigured, TAKE_ANOTHER_KEY",
        "402, payment_required, insufficient_credits, Misconfigured, TAKE_ANOTHER_KEY",
        "402, payment_required, paid_plan_required, Rejected, NONE",
        "402, payment_required, other, Misconfigured, TAKE_ANOTHER_KEY",
        "403, authorization_error, only_for_creator, Misconfigured, NONE",
        "403, authorization_error, output_format_not_allowed, Rejected, NONE",
        "403, authorization_error, insufficient_permissions, Misconfigured, NONE",
        "403, authorization_error, feature_not_available, Misconfigured, NONE",
        "403, authorization_error, subscription_required, Misconfigured, NONE",
        "403, authorization_error, voice_access_denied, Rejected, NONE",
        "403, authorization_error, model_access_denied, Misconfigured, NONE",
        "403, authorization_error, ip_not_allowed, Misconfigured, NONE",
        "404, not_found, voice_not_found, Rejected, NONE",
        "404, not_found, model_not_found, Misconfigured, NONE",
        "404, not_found, pronunciation_dictionary_not_found, Rejected, NONE",
        "404, not_found, workspace_not_found, Misconfigured, TAKE_ANOTHER_KEY",
        "404, not_found, something_else, Rejected, NONE",
        "409, conflict, conflict, Unavailable, NONE",
        "425, conflict, too_early, Unavailable, NONE",
        "422, validation_error, unprocessable, Rejected, NONE",
        "429, rate_limit_error, concurrent_limit_exceeded, Throttled, WAIT_FOR_A_PLACE",
        "429, rate_limit_error, too_many_concurrent_requests, Throttled, WAIT_FOR_A_PLACE",
        "429, rate_limit_error, rate_limit_exceeded, Throttled, NONE",
        "429, rate_limit_error, system_busy, Throttled, NONE",
        "500, internal_error, internal_server_error, Unavailable, NONE",
        "500, internal_error, something_went_wrong, Unavailable, NONE",
        "503, service_unavailable, maintenance, Unavailable, NONE"
    })
    void everyRowMeansTheSameInBothWorded(int status, String type, String code, String kind, Remedy remedy) {
        for (String body : List.of(
                Errors.json(type, code, "some_status", SECRET),
                Errors.json(type, "some_code", code, SECRET),
                Errors.legacy(code, SECRET))) {
            Verdict verdict = verdict(SPEECH, status, body);
            assertThat(verdict.failure().getClass().getSimpleName()).as(body).isEqualTo(kind);
            assertThat(verdict.remedy()).as(body).isEqualTo(remedy);
            assertThat(verdict.failure().message()).doesNotContain(SECRET);
        }
    }

    /** What a status says where no word helps: a list of fields, a page, nothing, garbage. */
    @ParameterizedTest
    @CsvSource({
        "301, Misconfigured",
        "400, Rejected",
        "401, Misconfigured",
        "402, Misconfigured",
        "403, Misconfigured",
        "404, Misconfigured",
        "405, Rejected",
        "408, Unavailable",
        "413, Rejected",
        "422, Rejected",
        "425, Unavailable",
        "429, Throttled",
        "500, Unavailable",
        "502, Unavailable",
        "503, Unavailable",
        "504, Unavailable",
        "524, Unavailable"
    })
    void aStatusIsEnough(int status, String kind) {
        for (String body : List.of(
                Errors.field("missing", SECRET, "body", "inputs"),
                "<html>" + SECRET + "</html>",
                "",
                "{}",
                "null",
                "{\"detail\":\"" + SECRET + "\"}",
                "\u0000\u0001 garbage",
                "{\"detail\":")) {
            Verdict verdict = verdict(SPEECH, status, body);
            assertThat(verdict.failure().getClass().getSimpleName()).as(body).isEqualTo(kind);
            assertThat(verdict.failure().message()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, false", "503, false", "425, false", "502, true", "504, true", "408, true", "524, true"})
    void onlyAnAnswerOfItsOwnSaysThatNothingWasRendered(int status, boolean mayHaveRendered) {
        assertThat(verdict(SPEECH, status, "{}").failure())
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        failure -> assertThat(failure.mayHaveRendered()).isEqualTo(mayHaveRendered));
    }

    @Test
    void quotaIsNeverCalledABadKey() {
        String body = Errors.json("authentication_error", "quota_exceeded", "invalid_api_key", "");
        assertThat(verdict(SPEECH, 401, body).failure().message()).isEqualTo("quota exceeded");
    }

    @Test
    void aVoiceIsNamed() {
        assertThat(verdict(SPEECH, 404, Errors.legacy("voice_not_found", ""))
                        .failure()
                        .message())
                .contains(Studio.RACHEL);
    }

    @Test
    void ofSeveralVoicesTheOneMeantIsNamed() {
        String body = Errors.legacy("voice_not_found", "A voice with the voice_id " + Studio.DOMI + " was not found.");
        assertThat(verdict(DIALOGUE, 404, body).failure().message())
                .contains(Studio.DOMI)
                .doesNotContain(Studio.RACHEL);
    }

    @Test
    void aPlanWithoutMusicIsTheOperators() {
        var song = new MusicCall(Works.song(Delivery.WHOLE));
        var complaint =
                Complaint.of(402, Errors.legacy("paid_plan_required", "").getBytes(UTF_8));
        assertThat(Verdicts.on(song, complaint, null).failure())
                .isEqualTo(new Failure.Misconfigured("ElevenLabs' plan does not allow music_v1"));
    }

    @Test
    void aLibraryVoiceHasARemedy() {
        assertThat(verdict(SPEECH, 402, Errors.legacy("paid_plan_required", ""))
                        .failure()
                        .message())
                .contains(Studio.RACHEL, "voice_aliases");
    }

    @Test
    void aWrongFieldIsNamedButNotItsValue() {
        String body = Errors.field("value_error", SECRET, "body", "inputs", 2, "voice_id", SECRET);
        assertThat(verdict(SPEECH, 422, body).failure().message())
                .endsWith("inputs[2].voice_id")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"concurrent_limit_exceeded", "system_busy"})
    void theUpstreamsWaitIsPassedOn(String code) {
        var complaint = Complaint.of(429, Errors.legacy(code, "").getBytes(UTF_8));
        assertThat(Verdicts.on(SPEECH, complaint, Duration.ofSeconds(17)).failure())
                .isInstanceOfSatisfying(
                        Failure.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).hasSeconds(17));
    }

    private static Verdict verdict(SpokenCall call, int status, String body) {
        return Verdicts.on(call, Complaint.of(status, body.getBytes(UTF_8)), null);
    }
}
