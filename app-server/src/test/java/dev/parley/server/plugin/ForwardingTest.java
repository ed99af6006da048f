package dev.parley.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Session;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceProvider;
import dev.parley.ports.provider.VoiceProviderFactory;
import dev.parley.ports.provider.VoiceWorkshop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that is added to the SPI cannot be dropped by a decorator in silence. */
final class ForwardingTest {

    private static final ClassLoader PLUGIN =
            new PluginClassLoader("test", new URL[0], ForwardingTest.class.getClassLoader());

    /** A decorator of one interface, and one method of it. */
    record Case(Class<?> type, Function<Object, Object> decorate, Method method) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + method.getName();
        }
    }

    static Stream<Case> everyMethodOfTheSpi() {
        return Stream.of(
                        cases(
                                VoiceProviderFactory.class,
                                good -> new ClassLoaderSafeFactory((VoiceProviderFactory) good, PLUGIN)),
                        cases(VoiceProvider.class, good -> new ClassLoaderSafeProvider((VoiceProvider) good, PLUGIN)),
                        cases(VoiceWorkshop.class, good -> new ClassLoaderSafeWorkshop((VoiceWorkshop) good, PLUGIN)),
                        cases(AudioStream.class, good -> new ClassLoaderSafeStream((AudioStream) good, PLUGIN)),
                        cases(Session.class, good -> new ClassLoaderSafeSession((Session) good, PLUGIN)))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfTheSpi")
    void isForwardedOnceWithThePluginsClassLoader(Case spi) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<String> calls = new ArrayList<>();
        Object decorator = spi.decorate().apply(proxy(spi.type(), method -> {
            calls.add(method.getName() + " in "
                    + Thread.currentThread().getContextClassLoader().getName());
            return answer(method.getReturnType());
        }));
        call(spi.method(), decorator);
        assertThat(calls).containsExactly(spi.method().getName() + " in plugin-test");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @ParameterizedTest
    @MethodSource("everyMethodOfTheSpi")
    void failurePassesAndTheClassLoaderIsPutBack(Case spi) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Object decorator = spi.decorate().apply(proxy(spi.type(), _ -> {
            throw new IllegalStateException("as thrown by the plugin");
        }));
        assertThatThrownBy(() -> call(spi.method(), decorator)).hasRootCauseMessage("as thrown by the plugin");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static Stream<Case> cases(Class<?> type, Function<Object, Object> decorate) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> new Case(type, decorate, method));
    }

    private static void call(Method method, Object target) throws IllegalAccessException, InvocationTargetException {
        method.invoke(target, new Object[method.getParameterCount()]);
    }

    private static Object proxy(Class<?> type, Function<Method, @Nullable Object> answer) {
        return Proxy.newProxyInstance(
                ForwardingTest.class.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answer.apply(method));
    }

    private static @Nullable Object answer(Class<?> type) {
        if (type == VoiceProvider.class || type == AudioStream.class || type == Session.class) {
            return proxy(type, method -> answer(method.getReturnType()));
        }
        Map<Class<?>, Object> answers = Map.of(
                String.class,
                "acme",
                Set.class,
                Set.of(),
                long.class,
                7L,
                List.class,
                List.of(),
                Optional.class,
                Optional.empty(),
                Voice.class,
                new Voice("v", "Ann", Set.of(), "calm"),
                Capabilities.class,
                new Capabilities(List.of()));
        return answers.get(type);
    }
}
