package dev.parley.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.ApiKey.State;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeysTest {

    private final Office office = new Office();
    private final String account = office.account();

    @Test
    void anIssuedKeyOpensItsAccount() {
        assertThat(office.opens(office.key(account))).isTrue();
    }

    @Test
    void noStoreKnowsTheSecret() {
        var issued = office.key(account);

        var shown = office.keys.show(issued.key().id()).key();

        assertThat(shown.toString()).doesNotContain(issued.secret().value());
        assertThat(issued.toString()).doesNotContain(issued.secret().value());
    }

    @Test
    void aKeyNeedsAnAccount() {
        assertThat(Office.refusedBy(() -> office.key("acc_nobody"))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void limitsAreTakenAsTheyWereWritten() {
        var draft = new KeyDraft(List.of("203.0.113.0/24"), List.of("m"), 60, 2, "1.5", "10", "100");

        var limits = office.keys.issue(account, "x", draft).key().limits();

        assertThat(limits.addresses()).containsExactly(IpRange.parse("203.0.113.0/24"));
        assertThat(limits.models()).containsExactly("m");
        assertThat(limits.requestsPerMinute()).isEqualTo(60);
        assertThat(limits.callsAtOnce()).isEqualTo(2);
        assertThat(limits.spend().of(SpendSpan.HOUR)).isEqualTo(Credits.parse("1.5"));
        assertThat(limits.spend().of(SpendSpan.TOTAL)).isEqualTo(Credits.ofWhole(100));
    }

    @Test
    void newLimitsTakeThePlaceOfAllTheOldOnes() {
        var issued = office.keys.issue(account, "x", rates(60, 2));

        var changed = office.keys.limit(issued.key().id(), rates(null, 3)).key();

        assertThat(changed.limits().requestsPerMinute()).isNull();
        assertThat(changed.limits().callsAtOnce()).isEqualTo(3);
    }

    static Stream<Arguments> wrongLimits() {
        return Stream.of(
                Arguments.of("limits.addresses[1]", addresses(List.of("::1", "10.0.0.1/8"))),
                Arguments.of("limits.addresses[0]", addresses(List.of("localhost"))),
                Arguments.of("limits.addresses", addresses(Collections.nCopies(101, "::1"))),
                Arguments.of("limits.models[0]", models(List.of(" "))),
                Arguments.of("limits.models", models(Collections.nCopies(101, "m"))),
                Arguments.of("limits.requests_per_minute", rates(0, null)),
                Arguments.of("limits.requests_per_minute", rates(1_000_001, null)),
                Arguments.of("limits.calls_at_once", rates(null, -1)),
                Arguments.of("limits.spend.hour", new KeyDraft(List.of(), List.of(), null, null, "-1", null, null)),
                Arguments.of("limits.spend.day", new KeyDraft(List.of(), List.of(), null, null, null, "1e99", null)),
                Arguments.of(
                        "limits.spend.total", new KeyDraft(List.of(), List.of(), null, null, null, null, "0.0000001")));
    }

    @ParameterizedTest
    @MethodSource("wrongLimits")
    void aWrongLimitIsNamed(String field, KeyDraft draft) {
        assertThat(Office.refusedBy(() -> office.keys.issue(account, "x", draft)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo(field));
        assertThat(office.keys.list(account)).isEmpty();
    }

    @Test
    void aDisabledKeyOpensNothingUntilItIsEnabled() {
        var issued = office.key(account);

        office.keys.disable(issued.key().id());
        assertThat(office.opens(issued)).isFalse();

        office.keys.enable(issued.key().id());
        assertThat(office.opens(issued)).isTrue();
    }

    @Test
    void aDeletedKeyStaysInTheListAndOpensNothing() {
        var issued = office.key(account);

        office.keys.delete(issued.key().id());
        office.keys.delete(issued.key().id());

        assertThat(office.opens(issued)).isFalse();
        assertThat(office.keys.list(account))
                .singleElement()
                .satisfies(listed -> assertThat(listed.key().state()).isEqualTo(State.DELETED));
    }

    @Test
    void aDeletedKeyCannotBeChanged() {
        String id = office.key(account).key().id();
        office.keys.delete(id);

        Stream.<Runnable>of(
                        () -> office.keys.enable(id),
                        () -> office.keys.disable(id),
                        () -> office.keys.rename(id, "x"),
                        () -> office.keys.limit(id, KeyDraft.NONE),
                        () -> office.keys.rotate(id, Duration.ZERO))
                .forEach(change -> assertThat(Office.refusedBy(change)).isInstanceOf(Refusal.Conflict.class));
    }

    @Test
    void bothSecretsOpenDuringTheOverlapAndOneAfterIt() {
        var first = office.key(account);
        var second = office.keys.rotate(first.key().id(), Duration.ofHours(1));

        assertThat(office.opens(first)).isTrue();
        assertThat(office.opens(second)).isTrue();

        office.forward(Duration.ofHours(1));
        assertThat(office.opens(first)).isFalse();
        assertThat(office.opens(second)).isTrue();
    }

    @Test
    void aRotatedSecretKeepsItsPrefix() {
        var first = office.keys.issue(account, "x", KeyDraft.NONE, "aio_");

        var second = office.keys.rotate(first.key().id(), Duration.ZERO);

        assertThat(first.secret().value()).startsWith("aio_");
        assertThat(second.secret().value()).startsWith("aio_");
        assertThat(office.opens(second)).isTrue();
    }

    @Test
    void anotherPrefixIsRefused() {
        assertThat(Office.refusedBy(() -> office.keys.issue(account, "x", KeyDraft.NONE, "pk-")))
                .isEqualTo(new Refusal.Invalid("prefix", "must be one of: sk-, aio_, sk-test-."));
    }

    @Test
    void withoutOverlapTheOldSecretIsDeadAtOnce() {
        var first = office.key(account);

        office.keys.rotate(first.key().id(), Duration.ZERO);

        assertThat(office.opens(first)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 86_401})
    void anOverlapOfMoreThanADayIsRefused(long seconds) {
        String id = office.key(account).key().id();

        assertThat(Office.refusedBy(() -> office.keys.rotate(id, Duration.ofSeconds(seconds))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aKeyTellsWhatItHasSpent() {
        String id = office.key(account).key().id();
        office.store.spending().add(id, Credits.ofWhole(3), office.now);
        office.forward(Duration.ofHours(2));

        assertThat(office.keys.show(id).spent())
                .containsEntry(SpendSpan.HOUR, Credits.NONE)
                .containsEntry(SpendSpan.DAY, Credits.ofWhole(3));
    }

    private static KeyDraft addresses(List<String> addresses) {
        return new KeyDraft(addresses, List.of(), null, null, null, null, null);
    }

    private static KeyDraft models(List<String> models) {
        return new KeyDraft(List.of(), models, null, null, null, null, null);
    }

    private static KeyDraft rates(@Nullable Integer perMinute, @Nullable Integer atOnce) {
        return new KeyDraft(List.of(), List.of(), perMinute, atOnce, null, null, null);
    }
}
