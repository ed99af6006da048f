package dev.parley.application.notify;

import static dev.parley.application.notify.Newsroom.ACCOUNT;
import static dev.parley.application.notify.Newsroom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.event.Event;
import dev.parley.domain.event.EventType;
import dev.parley.domain.webhook.Callback;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryAttempt;
import dev.parley.domain.webhook.DeliveryOutcome.Answered;
import dev.parley.domain.webhook.DeliveryOutcome.Unanswered;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.Destination;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import dev.parley.domain.webhook.Receiver;
import dev.parley.ports.webhook.WebhookSender.Answer;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final String HOOK = "https://a.example/hook";

    private final Newsroom room = new Newsroom();

    @Test
    void aCallbackIsToldInItsShapeAndSignedWithItsAccountsSecret() {
        var task = room.ended(HOOK);
        room.deliver();

        assertThat(room.receivers.calls)
                .containsExactly(new Call(
                        URI.create(HOOK),
                        room.only().id(),
                        NOON,
                        "native:task.cancelled:" + task.id(),
                        List.of(room.callbackSecrets.show(ACCOUNT).current())));
        assertThat(room.only().state()).isEqualTo(new Delivered(NOON));
    }

    @Test
    void anEndpointIsToldInTheStandardShapeAndSignedWithItsOwnSecret() {
        var endpoint = room.endpoint(HOOK);
        var task = room.ended((String) null);
        room.deliver();

        assertThat(room.receivers.calls).singleElement().satisfies(call -> {
            assertThat(call.body()).isEqualTo("standard:task.cancelled:" + task.id());
            assertThat(call.secrets()).containsExactly(endpoint.secrets().current());
        });
    }

    @Test
    void twoReceiversOfOneEventHaveTwoIds() {
        room.endpoint("https://b.example/hook");
        room.ended(HOOK);

        assertThat(room.deliveries())
                .hasSize(2)
                .extracting(delivery -> delivery.event().id())
                .containsOnly(room.store.outbox().list(ACCOUNT, 9).getFirst().id());
        assertThat(room.deliveries()).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    void whoWantsOtherEventsIsNotTold() {
        var picky = new EndpointDraft(HOOK, null, List.of("task.completed"), null);
        room.endpoints.create(ACCOUNT, picky);
        room.ended((String) null);

        assertThat(room.deliveries()).isEmpty();
    }

    @Test
    void anotherAccountsEndpointIsNotTold() {
        room.account("acc_2");
        room.endpoints.create("acc_2", new EndpointDraft(HOOK, null, null, null));
        room.ended((String) null);

        assertThat(room.deliveries()).isEmpty();
    }

    @Test
    void everyAttemptHasTheSameIdAndIsKept() {
        room.receivers.at("a.example", Receivers.failing(2));
        room.ended(HOOK);
        room.deliver();
        room.deliverIn(Duration.ofSeconds(5));
        room.deliverIn(Duration.ofMinutes(5));

        var delivery = room.only();
        assertThat(room.receivers.calls).extracting(Call::id).hasSize(3).containsOnly(delivery.id());
        assertThat(room.read.show(ACCOUNT, delivery.id()).attempts())
                .extracting(DeliveryAttempt::outcome)
                .containsExactly(
                        new Answered(500, null, "oops"),
                        new Answered(500, null, "oops"),
                        new Answered(200, null, "thank you"));
    }

    @Test
    void aForbiddenAddressIsTriedAgainAndNothingIsSent() {
        room.receivers.at("a.example", (_, _) -> new Answer.Forbidden("10.0.0.1 is private."));
        room.ended(HOOK);
        room.deliver();

        assertThat(room.store.deliveries().attempts(room.only().id()))
                .extracting(DeliveryAttempt::outcome)
                .containsExactly(new Unanswered("Nothing was sent: 10.0.0.1 is private."));
        assertThat(room.only().state()).isEqualTo(new Waiting(1, NOON.plusSeconds(5)));
    }

    @Test
    void whatAStrangerSaysIsCutAndMadeHarmless() {
        room.receivers.at("a.example", (_, _) -> new Answer.Answered(200, null, "\0\u001b[31m" + "x".repeat(5_000)));
        room.ended(HOOK);
        room.deliver();

        assertThat(room.store.deliveries().attempts(room.only().id()))
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(((Answered) attempt.outcome()).excerpt())
                            .startsWith("  [31mxxx")
                            .hasSize(1_000);
                });
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAtOnceAndHearsNothingMore() {
        var endpoint = room.endpoint(HOOK);
        room.receivers.at("a.example", (_, _) -> new Answer.Answered(410, null, ""));
        room.ended((String) null);
        room.deliver();
        room.ended((String) null);
        room.deliver();

        assertThat(room.endpoints.show(ACCOUNT, endpoint.id()).state()).isEqualTo(new Disabled(Reason.GONE, NOON));
        assertThat(room.receivers.calls).hasSize(1);
        assertThat(room.only().state()).isInstanceOf(Dead.class);
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsDisabledAndWhatWaitsIsKeptAsDead() {
        var endpoint = room.endpoint(HOOK);
        room.receivers.at("a.example", (_, _) -> Receivers.BROKEN);
        for (int hour = 0; hour <= 121; hour++) {
            if (hour % 24 == 0) {
                room.ended((String) null);
            }
            room.deliverIn(Duration.ofHours(1));
        }
        assertThat(room.endpoints.show(ACCOUNT, endpoint.id()).state())
                .isInstanceOfSatisfying(
                        Disabled.class, state -> assertThat(state.reason()).isEqualTo(Reason.FAILING));
        room.deliverIn(Duration.ofDays(2));
        assertThat(room.deliveries()).hasSize(6).allMatch(delivery -> delivery.state() instanceof Dead);
    }

    @Test
    void aSuccessClearsAnEndpointsName() {
        var endpoint = room.endpoint(HOOK);
        room.receivers.at("a.example", Receivers.failing(1));
        room.ended((String) null);
        room.deliver();
        assertThat(room.endpoints.show(ACCOUNT, endpoint.id()).state()).isEqualTo(new Enabled(NOON));
        room.deliverIn(Duration.ofSeconds(5));

        assertThat(room.endpoints.show(ACCOUNT, endpoint.id()).state()).isEqualTo(new Enabled(null));
    }

    @Test
    void whatWaitsFollowsAnEndpointThatMoves() {
        var endpoint = room.endpoint(HOOK);
        room.ended((String) null);
        room.endpoints.change(ACCOUNT, endpoint.id(), new EndpointDraft("https://b.example/new", null, null, null));
        room.deliver();

        assertThat(room.receivers.calls).extracting(Call::url).containsExactly(URI.create("https://b.example/new"));
        assertThat(room.only().state()).isEqualTo(new Delivered(NOON));
    }

    @Test
    void whatWaitsForADeletedEndpointIsDead() {
        var endpoint = room.endpoint(HOOK);
        room.ended((String) null);
        room.endpoints.remove(ACCOUNT, endpoint.id());
        room.deliver();

        assertThat(room.receivers.calls).isEmpty();
        assertThat(room.only().state()).isEqualTo(new Dead("The endpoint has been deleted.", NOON));
    }

    @Test
    void aTaskThatNobodyKnowsAnyMoreCannotBeTold() {
        var event = Event.of(EventType.TASK_COMPLETED, ACCOUNT, UUID.randomUUID(), NOON);
        room.store.deliveries().add(Delivery.of(event, new Receiver.OfTask(), Destination.of(URI.create(HOOK))));
        room.deliver();

        assertThat(room.only().state()).isEqualTo(new Dead("The gateway does not know the task any more.", NOON));
    }

    @Test
    void aShapeThatNobodySpeaksAnyMoreCannotBeTold() {
        room.ended(room.task(new Callback(URI.create(HOOK), "klingon", false)));
        room.deliver();

        assertThat(room.only().state()).isEqualTo(new Dead("The gateway does not speak 'klingon' any more.", NOON));
    }

    @Test
    void bothSecretsSignForADayAfterARotation() {
        var before = room.callbackSecrets.show(ACCOUNT).current();
        var after = room.callbackSecrets.rotate(ACCOUNT).current();
        room.ended(HOOK);
        room.deliver();
        room.now = NOON.plus(Duration.ofDays(1));
        room.ended(HOOK);
        room.deliver();

        assertThat(room.receivers.calls)
                .extracting(Call::secrets)
                .containsExactly(List.of(after, before), List.of(after));
    }

    @Test
    void nothingIsToldOfWhatNobodyWantsToHear() {
        room.ended((String) null);

        assertThat(room.deliveries()).isEmpty();
        assertThat(room.store.outbox().list(ACCOUNT, 9)).hasSize(1);
        assertThat(Set.copyOf(room.receivers.calls)).isEmpty();
    }
}
