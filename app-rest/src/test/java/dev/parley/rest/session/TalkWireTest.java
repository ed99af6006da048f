package dev.parley.rest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.session.Load;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages to an agent count for. */
class TalkWireTest {

    private static final String SECOND = Base64.getEncoder().encodeToString(new byte[32_000]);

    private final TalkWire wire = new TalkWire(HttpRequest.GET("/v1/convai/conversation?agent_id=agent_1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'user_message','text':'Hello'}",
                "{'type':'contextual_update','text':'Hello'}",
                "{'type':'client_tool_result','tool_call_id':'call_1','result':'Hello','is_error':false}",
                "{'type':'client_tool_result','tool_call_id':'call_1','result':{'said':['He','llo']}}",
                "{'type':'multimodal_message','text':{'type':'user_message','text':'Hello'}}",
                "{'type':'whatever_comes_next','words':'Hello'}"
            })
    void textIsCountedByWhateverMessageItComes(String message) {
        assertThat(load(message)).isEqualTo(new Load(5, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'pong','event_id':7}",
                "{'type':'user_activity'}",
                "{'type':'feedback','score':'like','event_id':7}",
                "{'type':'conversation_initiation_client_data','dynamic_variables':{'name':'Ada'}}"
            })
    void signsAreFree(String message) {
        assertThat(load(message)).isEqualTo(Load.NONE);
    }

    @Test
    void soundCountsByItsLengthAndTheTextBesideIt() {
        assertThat(load("{'user_audio_chunk':'" + SECOND + "'}")).isEqualTo(Load.audio(Duration.ofSeconds(1)));
        assertThat(load("{'user_audio_chunk':'" + SECOND + "','text':'Hello'}"))
                .isEqualTo(new Load(5, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_message", "pong", "conversation_initiation_client_data"})
    void whatIsNotSoundIsBounded(String type) {
        String much = "x".repeat(32 << 10);

        assertThatThrownBy(() -> load("{'type':'" + type + "','text':'" + much + "'}"))
                .isInstanceOfSatisfying(
                        BadMessage.class,
                        bad -> assertThat(bad.complaint().close()).isEqualTo(1009))
                .hasMessageContaining("32768 bytes");
    }

    private Load load(String message) {
        byte[] json = message.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return wire.read(new Message(true, json)).getFirst().carries();
    }
}
