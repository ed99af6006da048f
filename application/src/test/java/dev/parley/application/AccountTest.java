package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.IssueKey;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.account.SpendLimits;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.ApiKeys;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final KeySecret BROUGHT = new KeySecret("twenty-characters-at-least");

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final MemoryStore store = new MemoryStore(InstantSource.system());
    private final KeyHasher hasher = new KeyHasher(new byte[32]);
    private final Authenticate authenticate = new Authenticate(store.apiKeys(), hasher, () -> now);
    private final IssueKey issue = new IssueKey(hasher, () -> now, new Random(1));
    private final OpenFirstAccount open = new OpenFirstAccount(
            store.accounts(), store.apiKeys(), store.ledger(), store.transactions(), issue, () -> now);

    @Test
    void aRandomFirstKeyIsShownOnceAndWorks() {
        var shown = open.open(null, Credits.ofWhole(7)).orElseThrow();

        var caller = caller(shown.value());

        assertThat(store.ledger().balance(caller.account()).available()).isEqualTo(Credits.ofWhole(7));
        assertThat(open.open(null, Credits.ofWhole(7))).as("second start").isEmpty();
        assertThat(store.ledger().balance(caller.account()).available()).isEqualTo(Credits.ofWhole(7));
    }

    @Test
    void aBroughtFirstKeyIsTakenAsItIsAndNotShown() {
        assertThat(open.open(BROUGHT, Credits.NONE)).isEmpty();

        assertThat(caller(BROUGHT.value()).account()).startsWith("acc_");
    }

    @Test
    void aShortFirstKeyIsRefused() {
        assertThatThrownBy(() -> open.open(new KeySecret("nineteen-characters"), Credits.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20");
        assertThat(store.accounts().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-wrong", "twenty-characters-at-leasT"})
    void anUnknownKeyIsRefused(String credential) {
        open.open(BROUGHT, Credits.NONE);

        assertThatThrownBy(() -> caller(credential)).isInstanceOf(Refused.class);
    }

    @Test
    void noKeyIsRefused() {
        assertThatThrownBy(() -> caller()).hasMessageContaining("API key is required");
    }

    @Test
    void oneBadKeyAmongGoodOnesIsRefused() {
        open.open(BROUGHT, Credits.NONE);

        assertThatThrownBy(() -> caller(BROUGHT.value(), "sk-wrong")).isInstanceOf(Refused.class);
        assertThat(caller(BROUGHT.value(), BROUGHT.value()).key()).startsWith("key_");
    }

    @Test
    void aMistypedKeyIsNotEvenLookedUp() {
        var shown = open.open(null, Credits.NONE).orElseThrow().value();
        var mistyped = shown.substring(0, 10) + (shown.charAt(10) == 'x' ? 'y' : 'x') + shown.substring(11);
        var neverAsked = new Authenticate(new NoKeys(), hasher, () -> now);

        assertThatThrownBy(() -> neverAsked.caller(List.of(mistyped), LOOPBACK)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @EnumSource(value = ApiKey.State.class, names = "ENABLED", mode = EnumSource.Mode.EXCLUDE)
    void aKeyThatIsNotEnabledOpensNothing(ApiKey.State state) {
        open.open(BROUGHT, Credits.NONE);
        store.apiKeys().save(key().in(state));

        assertThatThrownBy(() -> caller(BROUGHT.value())).hasMessageContaining("disabled, or deleted");
    }

    @Test
    void aBannedAccountIsTurnedAway() {
        open.open(BROUGHT, Credits.NONE);
        var account = store.accounts().find(key().account()).orElseThrow();
        store.accounts().save(new Account(account.id(), account.name(), account.createdAt(), true));

        assertThatThrownBy(() -> caller(BROUGHT.value())).isInstanceOf(Refused.class);
    }

    @Test
    void aRotatedSecretWorksUntilItsTimeIsOver() {
        open.open(BROUGHT, Credits.NONE);
        store.apiKeys().save(issue.rotated(key(), new KeySecret("another-secret-of-length"), Duration.ofHours(1)));

        assertThat(caller(BROUGHT.value())).isEqualTo(caller("another-secret-of-length"));
        now = now.plus(Duration.ofHours(1));
        assertThatThrownBy(() -> caller(BROUGHT.value())).isInstanceOf(Refused.class);
    }

    @Test
    void aKeyIsOnlyGoodFromItsAddresses() {
        open.open(BROUGHT, Credits.NONE);
        store.apiKeys().save(key().with(limitedTo("203.0.113.0/24")));

        assertThatThrownBy(() -> caller(BROUGHT.value()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.AddressNotAllowed.class));
        assertThat(authenticate
                        .caller(List.of(BROUGHT.value()), IpRange.literal("203.0.113.9"))
                        .limits()
                        .addresses())
                .hasSize(1);
    }

    @Test
    void aMistypedFirstKeyStopsTheStart() {
        var issued = issue.secret().value();
        var mistyped = new KeySecret(issued.substring(0, 35) + (issued.charAt(35) == 'x' ? 'y' : 'x'));

        assertThatThrownBy(() -> open.open(mistyped, Credits.NONE)).hasMessageContaining("check digits");
    }

    private Caller caller(String... credentials) {
        return authenticate.caller(List.of(credentials), LOOPBACK);
    }

    private ApiKey key() {
        return store.apiKeys().findByHash(hasher.hash(BROUGHT)).orElseThrow().key();
    }

    private static KeyLimits limitedTo(String range) {
        return new KeyLimits(List.of(IpRange.parse(range)), Set.of(), null, null, SpendLimits.NONE);
    }

    /** Fails whoever asks. */
    private static final class NoKeys implements ApiKeys {

        @Override
        public void add(ApiKey key) {
            throw new AssertionError("asked to add");
        }

        @Override
        public Optional<ApiKey> find(String id) {
            throw new AssertionError("asked to find");
        }

        @Override
        public Optional<Owned> findByHash(String hash) {
            throw new AssertionError("asked for a hash");
        }

        @Override
        public List<ApiKey> list(String account) {
            throw new AssertionError("asked to list");
        }

        @Override
        public void save(ApiKey key) {
            throw new AssertionError("asked to save");
        }
    }
}
