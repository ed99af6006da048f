package dev.parley.application.turns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.audio.Bs1770;
import dev.parley.adapters.audio.StandardCodecs;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionRequest;
import dev.parley.domain.session.TranscriptionSessionRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.VoiceProvider;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that is added to the SPI cannot be dropped in silence. */
final class ForwardingTest {

    private static final RenderRequest SPEECH = new SpeechRequest(
            "somebody-elses", Stage.turn("Hello.", "v"), SpeechSettings.DEFAULT, AudioFormat.PCM_16000);

    static Stream<Method> everyMethodOfTheSpi() {
        return Arrays.stream(VoiceProvider.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfTheSpi")
    void isForwarded(Method method) throws Exception {
        List<String> calls = new ArrayList<>();
        var inner = (VoiceProvider) Proxy.newProxyInstance(
                ForwardingTest.class.getClassLoader(), new Class<?>[] {VoiceProvider.class}, (_, called, _) -> {
                    calls.add(called.getName());
                    return answer(called.getReturnType());
                });
        var outer = new TurnByTurn(inner, new StandardCodecs(), new Bs1770(), Joining.DEFAULT, InstantSource.system());
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ForwardingTest::argument)
                .toArray();
        assertThat(method.invoke(outer, arguments)).isEqualTo(answer(method.getReturnType()));
        assertThat(calls).contains(method.getName());
    }

    private static Object argument(Class<?> type) {
        if (type == SessionRequest.class) {
            return new TranscriptionSessionRequest("somebody-elses", AudioFormat.PCM_16000, List.of(), Load.NONE);
        }
        return RenderRequest.class.isAssignableFrom(type)
                ? SPEECH
                : type == Attempt.class ? new Attempt("id", Instant.EPOCH) : "a name";
    }

    private static @Nullable Object answer(Class<?> type) {
        if (type == long.class) {
            return 7L;
        }
        if (type == Capabilities.class) {
            return new Capabilities(List.of());
        }
        return type == List.class ? List.of() : type == Optional.class ? Optional.empty() : null;
    }
}
