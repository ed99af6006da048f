package dev.parley.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.storage.memory.MemoryStore;
import dev.parley.application.account.Authenticate;
import dev.parley.application.account.KeyHasher;
import dev.parley.application.account.OpenFirstAccount;
import dev.parley.domain.account.KeySecret;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final KeySecret BROUGHT = new KeySecret("twenty-characters-at-least");

    private final MemoryStore store = new MemoryStore(InstantSource.system());
    private final KeyHasher hasher = new KeyHasher(new byte[32]);
    private final Authenticate authenticate = new Authenticate(store.accounts(), hasher);
    private final OpenFirstAccount open = new OpenFirstAccount(
            store.accounts(), store.ledger(), store.transactions(), hasher, InstantSource.system(), new Random(1));

    @Test
    void aRandomFirstKeyIsShownOnceAndWorks() {
        var shown = open.open(null, Credits.ofWhole(7)).orElseThrow();

        var caller = authenticate.caller(List.of(shown.value()));

        assertThat(store.ledger().balance(caller.account()).available()).isEqualTo(Credits.ofWhole(7));
        assertThat(open.open(null, Credits.ofWhole(7))).as("second start").isEmpty();
        assertThat(store.ledger().balance(caller.account()).available()).isEqualTo(Credits.ofWhole(7));
    }

    @Test
    void aBroughtFirstKeyIsTakenAsItIsAndNotShown() {
        assertThat(open.open(BROUGHT, Credits.NONE)).isEmpty();

        assertThat(authenticate.caller(List.of(BROUGHT.value())).account()).startsWith("acc_");
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

        assertThatThrownBy(() -> authenticate.caller(List.of(credential))).isInstanceOf(Refused.class);
    }

    @Test
    void noKeyIsRefused() {
        assertThatThrownBy(() -> authenticate.caller(List.of())).hasMessageContaining("API key is required");
    }

    @Test
    void oneBadKeyAmongGoodOnesIsRefused() {
        open.open(BROUGHT, Credits.NONE);

        assertThatThrownBy(() -> authenticate.caller(List.of(BROUGHT.value(), "sk-wrong")))
                .isInstanceOf(Refused.class);
        assertThat(authenticate
                        .caller(List.of(BROUGHT.value(), BROUGHT.value()))
                        .key())
                .startsWith("key_");
    }
}
