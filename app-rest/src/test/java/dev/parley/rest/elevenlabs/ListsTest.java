package dev.parley.rest.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.rest.fixture.Answer;
import dev.parley.rest.fixture.Client;
import dev.parley.rest.fixture.Gateway;
import dev.parley.rest.fixture.ScriptedAudio;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voices, models and the account, in the shapes that clients check. */
@Timeout(30)
class ListsTest {

    private static final Gateway gateway = Gateway.start();

    private final Client client = gateway.client("5");

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void voicesComeWithEveryFieldThatIsPromised() {
        assertThat(get("/v1/voices").path("voices").path(0)).isEqualTo(Answer.parse("""
            {"voice_id": "21m00Tcm4TlvDq8ikWAM", "name": "Rachel", "category": "premade", "labels": {},
             "description": "A calm voice.", "available_for_tiers": [], "high_quality_base_model_ids": [],
             "is_owner": false, "is_legacy": false}\
            """));
    }

    @Test
    void theCredentialsHeaderTellsWhichListIsMeant() {
        assertThat(get("/v1/voices").has("voices")).isTrue();
        assertThat(client.get("/v1/voices").json().has("data")).isTrue();
        assertThat(get("/v1/models").isArray()).isTrue();
        assertThat(client.get("/v1/models").json().has("data")).isTrue();
    }

    @Test
    void pagesLeadFromOneToTheNext() {
        var first = get("/v2/voices?page_size=1");
        var second = get("/v2/voices?page_size=1&next_page_token="
                + first.path("next_page_token").asText());

        assertThat(first.at("/voices/0/name").asText()).isEqualTo("Rachel");
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(first.path("total_count").asInt()).isEqualTo(2);
        assertThat(second.at("/voices/0/name").asText()).isEqualTo("Domi");
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(second.has("next_page_token")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Rachel,Domi'",
        "search=strong, Domi",
        "search=RACH, Rachel",
        "search=nobody, ''",
        "sort=name, 'Domi,Rachel'",
        "sort=name&sort_direction=desc, 'Rachel,Domi'",
        "sort=created_at_unix, 'Rachel,Domi'",
        "voice_ids=AZnzlk1XvdvUeBnXmlld, Domi",
        "voice_ids=AZnzlk1XvdvUeBnXmlld&voice_ids=21m00Tcm4TlvDq8ikWAM, 'Rachel,Domi'",
        "category=premade, 'Rachel,Domi'",
        "category=cloned, ''",
        "gender=female, ''",
        "include_total_count=false&voice_type=default&fine_tuning_state=x&collection_id=, 'Rachel,Domi'"
    })
    void voicesCanBeLookedFor(String query, String names) {
        var found = get("/v2/voices?" + query).path("voices").findValuesAsText("name");

        assertThat(String.join(",", found)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"page_size=0", "page_size=101", "page_size=x", "next_page_token=nonsense"})
    void aPageThatCannotBeIs422(String query) {
        var answer = Speaking.get(client, "/v2/voices?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/detail/0/loc/0").asText()).isEqualTo("query");
    }

    @Test
    void aVoiceIsFoundByIdAndByName() {
        assertThat(get("/v1/voices/21m00Tcm4TlvDq8ikWAM").path("name").asText()).isEqualTo("Rachel");
        assertThat(get("/v1/voices/rachel").at("/settings/similarity_boost").asDouble())
                .isEqualTo(0.75);
        assertThat(get("/v1/voices/rachel?with_settings=false").has("settings")).isFalse();
    }

    @Test
    void nobodyIsNoVoice() {
        for (String path : List.of("/v1/voices/Nobody", "/v1/voices/Nobody/settings")) {
            var answer = Speaking.get(client, path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/detail/code").asText()).isEqualTo("voice_not_found");
            assertThat(answer.json().at("/detail/message").asText())
                    .isEqualTo("A voice with the voice_id Nobody was not found.");
        }
    }

    @Test
    void settingsAreThoseOfEveryVoice() {
        var settings = Answer.parse("""
            {"stability": 0.5, "similarity_boost": 0.75, "style": 0.0, "use_speaker_boost": true, "speed": 1.0}\
            """);

        assertThat(get("/v1/voices/settings/default")).isEqualTo(settings);
        assertThat(get("/v1/voices/Domi/settings")).isEqualTo(settings);
    }

    @Test
    void modelsComeWithEveryFieldThatIsPromised() {
        var model = named("eleven_v3");

        assertThat(model).isEqualTo(Answer.parse("""
            {"model_id": "eleven_v3", "name": "eleven_v3",
             "description": "Expressive speech and dialogue across 70+ languages", "can_be_finetuned": false,
             "can_do_text_to_speech": true, "can_do_voice_conversion": false, "can_use_style": false,
             "can_use_speaker_boost": false, "serves_pro_voices": false, "token_cost_factor": 1.0,
             "requires_alpha_access": false, "max_characters_request_free_user": 5000,
             "max_characters_request_subscribed_user": 5000, "maximum_text_length_per_request": 5000,
             "languages": [{"language_id": "en", "name": "English"}],
             "model_rates": {"character_cost_multiplier": 1.0}, "concurrency_group": "standard"}\
            """));
    }

    @Test
    void creditsAreToldAsCharacters() {
        gateway.voices.speak(_ -> ScriptedAudio.whole("a"));
        assertThat(Speaking.ask(client, Speaking.DIALOGUE, Speaking.TWO_TURNS).status())
                .isEqualTo(200);

        var subscription = get("/v1/user/subscription");

        assertThat(subscription.path("character_count").asLong()).isEqualTo(8);
        assertThat(subscription.path("character_limit").asLong()).isEqualTo(500);
        assertThat(subscription.path("status").asText()).isEqualTo("active");
    }

    @Test
    void aSubscriptionHasWhatClientsInsistOn() {
        assertThat(get("/v1/user/subscription").properties())
                .extracting(field -> field.getKey())
                .contains(SUBSCRIPTION)
                .contains("open_invoices", "has_open_invoices");
    }

    @Test
    void aUserHasWhatClientsInsistOn() {
        var user = get("/v1/user");

        assertThat(user.path("user_id").asText()).isEqualTo(client.account());
        assertThat(user.properties())
                .extracting(field -> field.getKey())
                .contains("workspace_id", "is_new_user", "can_use_delayed_payment_methods", "created_at", "seat_type")
                .contains("is_onboarding_completed", "is_onboarding_checklist_completed");
        assertThat(user.path("subscription").properties())
                .extracting(field -> field.getKey())
                .contains(SUBSCRIPTION);
    }

    private static final String[] SUBSCRIPTION = {
        "tier",
        "character_count",
        "character_limit",
        "max_credit_limit_extension",
        "can_extend_character_limit",
        "allowed_to_extend_character_limit",
        "voice_slots_used",
        "professional_voice_slots_used",
        "professional_voice_slots_used_in_workspace",
        "voice_limit",
        "voice_add_edit_counter",
        "professional_voice_limit",
        "can_extend_voice_limit",
        "can_use_instant_voice_cloning",
        "can_use_professional_voice_cloning",
        "current_overage",
        "status"
    };

    private JsonNode named(String model) {
        for (var one : get("/v1/models")) {
            if (one.path("model_id").asText().equals(model)) {
                return one;
            }
        }
        throw new AssertionError("no model " + model);
    }

    private JsonNode get(String path) {
        var answer = Speaking.get(client, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
