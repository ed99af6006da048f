package dev.parley.application.notify;

import static dev.parley.application.notify.Newsroom.ACCOUNT;
import static dev.parley.application.notify.Newsroom.NOON;
import static dev.parley.application.notify.Newsroom.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.event.EventType;
import dev.parley.domain.refusal.Refusal.Conflict;
import dev.parley.domain.refusal.Refusal.Invalid;
import dev.parley.domain.refusal.Refusal.NotFound;
import dev.parley.domain.webhook.Delivery;
import dev.parley.domain.webhook.DeliveryState.Dead;
import dev.parley.domain.webhook.DeliveryState.Delivered;
import dev.parley.domain.webhook.DeliveryState.Stand;
import dev.parley.domain.webhook.DeliveryState.Waiting;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import dev.parley.ports.webhook.WebhookSender.Call;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsAndReplayTest {

    private static final String HOOK = "https://a.example/hook";

    private final Newsroom room = new Newsroom();

    @ParameterizedTest
    @CsvSource({"http://a.example/, url", "no url, url", ", url"})
    void aUrlThatCannotBeCalledIsRefused(String url, String field) {
        assertThat(refusalOf(() -> room.endpoint(url)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void aUrlIsAtMost2048Characters() {
        String longest = "https://a.example/" + "x".repeat(2_048 - 18);
        assertThat(room.endpoint(longest).url()).hasToString(longest);

        assertThat(refusalOf(() -> room.endpoint(longest + "x"))).isInstanceOf(Invalid.class);
    }

    @Test
    void onlyEndsOfTasksCanBeWanted() {
        var draft = new EndpointDraft(HOOK, null, List.of("task.processing"), null);

        assertThat(refusalOf(() -> room.endpoints.create(ACCOUNT, draft))).isInstanceOf(Invalid.class);
    }

    @Test
    void anAccountHasTwentyAtMost() {
        IntStream.range(0, 20).forEach(_ -> room.endpoint(HOOK));

        assertThat(refusalOf(() -> room.endpoint(HOOK))).isInstanceOf(Conflict.class);
    }

    @Test
    void aChangeLeavesTheRestAsItWas() {
        var before = room.endpoints.create(ACCOUNT, new EndpointDraft(HOOK, "mine", List.of("task.failed"), null));
        var after = room.endpoints.change(ACCOUNT, before.id(), new EndpointDraft(null, "yours", null, false));

        assertThat(after.description()).isEqualTo("yours");
        assertThat(after.url()).isEqualTo(before.url());
        assertThat(after.events()).containsExactly(EventType.TASK_FAILED);
        assertThat(after.secrets()).isEqualTo(before.secrets());
        assertThat(after.state()).isEqualTo(new Disabled(Reason.OWNER, NOON));
    }

    @Test
    void whatTheOperatorDisablesTheAccountCannotEnable() {
        var endpoint = room.endpoint(HOOK);
        room.endpoints.disable(endpoint.id());
        var enable = new EndpointDraft(null, null, null, true);

        assertThat(refusalOf(() -> room.endpoints.change(ACCOUNT, endpoint.id(), enable)))
                .isInstanceOf(Conflict.class);
        assertThat(room.endpoints.enable(endpoint.id()).isEnabled()).isTrue();
    }

    @Test
    void anotherAccountsThingsAreNotThere() {
        room.account("acc_2");
        var endpoint = room.endpoint(HOOK);
        room.ended((String) null);
        var delivery = room.only().id();

        List<Runnable> walks = List.of(
                () -> room.endpoints.show("acc_2", endpoint.id()),
                () -> room.endpoints.change("acc_2", endpoint.id(), new EndpointDraft(null, null, null, null)),
                () -> room.endpoints.remove("acc_2", endpoint.id()),
                () -> room.endpoints.rotate("acc_2", endpoint.id()),
                () -> room.test.to("acc_2", endpoint.id()),
                () -> room.resend.range("acc_2", endpoint.id(), null, null, true),
                () -> room.resend.one("acc_2", delivery),
                () -> room.read.show("acc_2", delivery));
        assertThat(walks).allSatisfy(walk -> assertThat(refusalOf(walk)).isInstanceOf(NotFound.class));
        assertThat(room.read.page(all("acc_2"), null, null).entries()).isEmpty();
    }

    @Test
    void aRotatedSecretIsNewAndTheOldOneStillSigns() {
        var endpoint = room.endpoint(HOOK);
        var rotated = room.endpoints.rotate(ACCOUNT, endpoint.id());

        assertThat(rotated.secrets().at(NOON))
                .containsExactly(rotated.secrets().current(), endpoint.secrets().current());
        assertThat(rotated.secrets().current()).isNotEqualTo(endpoint.secrets().current());
    }

    @Test
    void aTestIsSentAndRecordedLikeAnyDelivery() {
        var endpoint = room.endpoint(HOOK);
        var test = room.test.to(ACCOUNT, endpoint.id());
        room.deliver();

        assertThat(room.receivers.calls).singleElement().satisfies(call -> {
            assertThat(call.id()).isEqualTo(test.id());
            assertThat(call.body())
                    .isEqualTo("{\"type\":\"webhook.test\",\"timestamp\":\"2026-11-21T12:00:00Z\","
                            + "\"data\":{\"endpoint\":\"" + endpoint.id() + "\"}}");
        });
        assertThat(room.read.show(ACCOUNT, test.id()).attempts()).hasSize(1);
    }

    @Test
    void whatIsSentAgainKeepsItsId() {
        room.ended(HOOK);
        room.deliver();
        var id = room.only().id();
        assertThat(room.resend.one(ACCOUNT, id).state()).isEqualTo(new Waiting(0, NOON));
        room.deliver();

        assertThat(room.receivers.calls).extracting(Call::id).containsExactly(id, id);
        assertThat(room.read.show(ACCOUNT, id).attempts()).extracting("number").containsExactly(1, 2);
    }

    @Test
    void whatIsBeingSentIsNotSentAgain() {
        room.ended(HOOK);
        room.claim();

        assertThat(refusalOf(() -> room.resend.one(ACCOUNT, room.only().id()))).isInstanceOf(Conflict.class);
    }

    @Test
    void nothingIsSentAgainToWhoIsDisabled() {
        var endpoint = room.endpoint(HOOK);
        room.ended((String) null);
        room.deliver();
        room.endpoints.disable(endpoint.id());

        assertThat(refusalOf(() -> room.resend.one(ACCOUNT, room.only().id()))).isInstanceOf(Conflict.class);
        assertThat(refusalOf(() -> room.resend.range(ACCOUNT, endpoint.id(), null, null, true)))
                .isInstanceOf(Conflict.class);
        assertThat(refusalOf(() -> room.test.to(ACCOUNT, endpoint.id()))).isInstanceOf(Conflict.class);
    }

    @Test
    void aRangeSendsTheDeadOnesOfItsTimeAgain() {
        var endpoint = room.endpoint(HOOK);
        dead(3);
        room.now = NOON.plusSeconds(60);
        dead(2);
        room.ended((String) null);
        room.deliver();

        var resent = room.resend.range(ACCOUNT, endpoint.id(), NOON.plusSeconds(60), null, false);

        assertThat(resent.count()).isEqualTo(2);
        assertThat(resent.rest()).isFalse();
        assertThat(standing(Waiting.class)).isEqualTo(2);
        assertThat(standing(Dead.class)).isEqualTo(3);
        assertThat(standing(Delivered.class)).isEqualTo(1);
        assertThat(room.resend.range(ACCOUNT, endpoint.id(), null, null, true).count())
                .isEqualTo(4);
    }

    @Test
    void aRangeIsBounded() {
        var endpoint = room.endpoint(HOOK);
        dead(1_001);

        assertThat(room.resend.range(ACCOUNT, endpoint.id(), null, null, false)).satisfies(resent -> {
            assertThat(resent.count()).isEqualTo(1_000);
            assertThat(resent.rest()).isTrue();
        });
        assertThat(room.resend.range(ACCOUNT, endpoint.id(), null, null, false).count())
                .isEqualTo(1);
    }

    @Test
    void pagesLeadFromNewestToOldest() {
        room.ended(HOOK);
        room.now = NOON.plusSeconds(1);
        room.ended(HOOK);

        var first = room.read.page(all(ACCOUNT), null, 1);
        var second = room.read.page(all(ACCOUNT), first.nextCursor(), 1);

        assertThat(first.entries())
                .extracting(delivery -> delivery.event().at())
                .containsExactly(room.now);
        assertThat(second.entries())
                .extracting(delivery -> delivery.event().at())
                .containsExactly(NOON);
        assertThat(second.nextCursor()).isNull();
        var dead = new DeliveryQuery(ACCOUNT, null, null, Stand.DEAD, null, null);
        assertThat(room.read.page(dead, null, null).entries()).isEmpty();
    }

    private void dead(int count) {
        for (int i = 0; i < count; i++) {
            room.ended((String) null);
        }
        for (var claimed = room.claim(); !claimed.isEmpty(); claimed = room.claim()) {
            claimed.forEach(delivery -> room.store.deliveries().save(delivery.dead("test", room.now), null));
        }
    }

    private long standing(Class<?> state) {
        return room.deliveries().stream()
                .map(Delivery::state)
                .filter(state::isInstance)
                .count();
    }

    private static DeliveryQuery all(String account) {
        return new DeliveryQuery(account, null, null, null, null, null);
    }

    @Test
    void deadOnesAreForgottenAfterThirtyDays() {
        room.endpoint(HOOK);
        dead(1);

        room.store.deliveries().forgetBefore(NOON.plusMillis(1).minus(Duration.ofDays(30)));
        assertThat(room.deliveries()).hasSize(1);
        room.store.deliveries().forgetBefore(NOON.plusMillis(1));
        assertThat(room.deliveries()).isEmpty();
    }
}
