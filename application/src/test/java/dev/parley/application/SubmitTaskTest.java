package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.notify.TaskShape;
import dev.parley.application.submit.CallbackDraft;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.DialogueDraft;
import dev.parley.domain.dialogue.DialogueDraft.DraftTurn;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.task.TaskState.Pending;
import dev.parley.domain.webhook.Callback;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTaskTest {

    private final World world = new World();

    @Test
    void theHoldIsTheEstimate() {
        var estimate = world.prepare
                .prepare(world.caller, World.order("Hello", "there"))
                .quote()
                .price();
        var task = world.submit.submit(world.caller, World.order("Hello", "there"));

        assertThat(task.state()).isInstanceOf(Pending.class);
        assertThat(estimate).isEqualTo(Credits.parse("0.1"));
        assertThat(world.held()).isEqualTo(estimate);
        assertThat(world.available()).isEqualTo(Credits.parse("99.9"));
    }

    @Test
    void shortCreditsRefuseAndStoreNothing() {
        var refused = refusal(() -> {
            for (int i = 0; i < 3; i++) {
                world.submit.submit(world.caller, World.order("x".repeat(4000)));
            }
        });

        assertThat(refused).isEqualTo(new Refusal.CreditsShort(Credits.ofWhole(40), Credits.ofWhole(20)));
        assertThat(world.allTasks()).hasSize(2);
        assertThat(world.held()).isEqualTo(Credits.ofWhole(80));
    }

    @Test
    void aFullQueueRefusesAndHoldsNothing() {
        var small = new World(World.limits(2, 10));
        small.submit.submit(small.caller, World.order("one"));
        small.submit.submit(small.caller, World.order("two"));

        var refused = refusal(() -> small.submit.submit(small.caller, World.order("three")));

        assertThat(refused).isInstanceOf(Refusal.Unavailable.class);
        assertThat(small.held()).isEqualTo(Credits.parse("0.06"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, model",
                "'', -, -, model",
                "elevenlabs-text-to-dialogue-v3, wav_1, -, output_format",
                "elevenlabs-text-to-dialogue-v3, -, not a url, callback_url",
                "elevenlabs-text-to-dialogue-v3, -, ftp://host/x, callback_url",
                "elevenlabs-text-to-dialogue-v3, -, https://, callback_url",
                "elevenlabs-text-to-dialogue-v3, -, https://me:secret@host/, callback_url",
                "elevenlabs-text-to-dialogue-v3, -, /relative, callback_url",
            })
    void badOrdersNameTheirField(String model, String format, String callback, String field) {
        var draft = new DialogueDraft(List.of(new DraftTurn("Hello", "Ann")), null, null);

        var refused =
                refusal(() -> world.submit.submit(world.caller, new Order(model, draft, format, callback(callback))));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
        assertThat(world.allTasks()).isEmpty();
    }

    @Test
    void aCallbackThatTheSenderComplainsOfIsRefused() {
        var draft = new DialogueDraft(List.of(new DraftTurn("Hello", "Ann")), null, null);
        var order = new Order(World.MODEL, draft, null, callback("https://forbidden.example/"));

        assertThat(refusal(() -> world.submit.submit(world.caller, order)))
                .isEqualTo(new Refusal.Invalid("callback_url", "must be elsewhere."));
        assertThat(world.allTasks()).isEmpty();
    }

    @Test
    void anUnspokenLanguageIsAWarning() {
        var draft = new DialogueDraft(List.of(new DraftTurn("Bonjour", "Ann")), null, "fr");

        var task = world.submit.submit(world.caller, new Order(World.MODEL, draft, null, null));

        assertThat(task.warnings()).singleElement().asString().contains("'fr'", "scripted");
    }

    @Test
    void aCallbackIsKeptWithTheTask() {
        var draft = new DialogueDraft(List.of(new DraftTurn("Hello", "Ann")), null, null);

        var task = world.submit.submit(
                world.caller, new Order(World.MODEL, draft, null, callback("https://your-server.com/webhook")));

        assertThat(task.output().callback())
                .isEqualTo(new Callback(URI.create("https://your-server.com/webhook"), TaskShape.NATIVE, false));
    }

    private static @Nullable CallbackDraft callback(@Nullable String url) {
        return url == null ? null : new CallbackDraft(url, TaskShape.NATIVE, false);
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusal();
    }
}
