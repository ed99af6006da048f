package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aKey;
import static dev.parley.adapters.storage.Examples.anAccount;
import static dev.parley.adapters.storage.Examples.credits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.ApiKey.State;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendLimits;
import dev.parley.ports.store.ApiKeys;
import dev.parley.ports.store.ApiKeys.Owned;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} keeps. */
public abstract class ApiKeysContract {
    private static final Account ADA = anAccount(ACCOUNT);
    private static final ApiKey KEY = aKey("key_1", "0a1b");
    private static final KeyLimits LIMITS = new KeyLimits(
            List.of(IpRange.parse("203.0.113.0/24"), IpRange.parse("2001:db8::/32"), IpRange.parse("192.0.2.7")),
            Set.of("eleven_v3", "parley-\"quoted\""),
            60,
            3,
            new SpendLimits(credits(1), credits(0), credits(Long.MAX_VALUE)));

    private Stores stores;
    private ApiKeys keys;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void addAda() {
        stores = stores();
        stores.accounts().add(ADA);
        keys = stores.apiKeys();
    }

    @Test
    void aKeyIsFoundByItsId() {
        keys.add(KEY);

        assertThat(keys.find("key_1")).contains(KEY);
        assertThat(keys.find("key_2")).isEmpty();
    }

    @Test
    void aKeyIsFoundByItsHashWithItsAccount() {
        keys.add(KEY);

        assertThat(keys.findByHash("0a1b")).contains(new Owned(KEY, ADA));
    }

    @Test
    void aKeyIsNotFoundByAnythingElse() {
        keys.add(KEY);

        assertThat(keys.findByHash("0A1B")).isEmpty();
        assertThat(keys.findByHash("0a1")).isEmpty();
        assertThat(keys.findByHash("' OR '1'='1")).isEmpty();
    }

    @Test
    void limitsComeBackAsTheyWere() {
        keys.add(KEY.with(LIMITS));

        assertThat(keys.find("key_1")).contains(KEY.with(LIMITS));
    }

    @Test
    void limitsAreSaved() {
        keys.add(KEY);
        keys.save(KEY.with(LIMITS));
        assertThat(keys.find("key_1")).contains(KEY.with(LIMITS));

        keys.save(KEY);
        assertThat(keys.find("key_1")).contains(KEY);
    }

    @Test
    void aRotatedKeyIsFoundByBothSecrets() {
        var rotated = KEY.rotated("2c3d", "sk-efgh", NOON.plusSeconds(60));
        keys.add(KEY);

        keys.save(rotated);

        assertThat(keys.findByHash("0a1b")).contains(new Owned(rotated, ADA));
        assertThat(keys.findByHash("2c3d")).contains(new Owned(rotated, ADA));
    }

    @Test
    void aPresentSecretComesBeforeARetiringOne() {
        keys.add(KEY);
        keys.save(KEY.rotated("2c3d", "sk-efgh", NOON));
        var second = aKey("key_2", "0a1b");

        keys.add(second);

        assertThat(keys.findByHash("0a1b")).contains(new Owned(second, ADA));
    }

    @Test
    void disabledAndDeletedKeysAreFoundToo() {
        keys.add(KEY);
        for (var state : State.values()) {
            keys.save(KEY.in(state));

            assertThat(keys.findByHash("0a1b")).contains(new Owned(KEY.in(state), ADA));
        }
    }

    @Test
    void theBanOfTheAccountIsSeenWithTheKey() {
        keys.add(KEY);
        var banned = new Account(ACCOUNT, "Ada", NOON, true);

        stores.accounts().save(banned);

        assertThat(keys.findByHash("0a1b")).contains(new Owned(KEY, banned));
    }

    @Test
    void anAccountsKeysAreListedOldestFirst() {
        stores.accounts().add(anAccount("acc_2"));
        var younger = dated("key_1", "1", ACCOUNT, 1);
        var older = dated("key_2", "2", ACCOUNT, 0).in(State.DELETED);
        List.of(younger, older, dated("key_3", "3", "acc_2", 0)).forEach(keys::add);

        assertThat(keys.list(ACCOUNT)).containsExactly(older, younger);
        assertThat(keys.list("acc_3")).isEmpty();
    }

    @Test
    void twoKeysNeverShareAHash() {
        var other = aKey("key_2", "2c3d");
        keys.add(KEY);
        keys.add(other);

        assertThatThrownBy(() -> keys.add(aKey("key_3", "0a1b"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> keys.save(other.rotated("0a1b", "sk-efgh", NOON)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void twoKeysNeverShareAnId() {
        keys.add(KEY);

        assertThatThrownBy(() -> keys.add(aKey("key_1", "ffff"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aKeyOfNoAccountIsRefused() {
        assertThatThrownBy(() -> keys.add(dated("key_2", "2", "acc_2", 0))).isInstanceOf(RuntimeException.class);

        assertThat(keys.find("key_2")).isEmpty();
    }

    @Test
    void accountAndTimeOfCreationAreNeverChanged() {
        stores.accounts().add(anAccount("acc_2"));
        keys.add(KEY);

        keys.save(dated("key_1", "0a1b", "acc_2", 9));

        assertThat(keys.find("key_1")).contains(KEY);
    }

    @Test
    void anUnknownKeyIsNotSaved() {
        assertThatThrownBy(() -> keys.save(KEY)).isInstanceOf(IllegalStateException.class);
    }

    private static ApiKey dated(String id, String hash, String account, int seconds) {
        return new ApiKey(
                id,
                account,
                KEY.name(),
                hash,
                KEY.hint(),
                NOON.plusSeconds(seconds),
                State.ENABLED,
                KeyLimits.NONE,
                null);
    }
}
