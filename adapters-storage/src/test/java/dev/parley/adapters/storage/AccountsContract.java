package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.ApiKey;
import dev.parley.ports.store.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} keeps. */
public abstract class AccountsContract {
    private static final Account ADA = new Account("acc_1", "Ada", NOON);
    private static final ApiKey KEY = new ApiKey("key_1", "acc_1", "0a1b", "sk-abcd", NOON);

    private Accounts accounts;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void open() {
        accounts = stores().accounts();
    }

    @Test
    void aNewInstallationIsEmpty() {
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void oneAccountIsNotEmpty() {
        accounts.add(ADA);

        assertThat(accounts.isEmpty()).isFalse();
    }

    @Test
    void aKeyIsFoundByItsHash() {
        accounts.add(ADA);
        accounts.add(KEY);

        assertThat(accounts.findKey("0a1b")).contains(KEY);
    }

    @Test
    void aKeyIsNotFoundByAnythingElse() {
        accounts.add(ADA);
        accounts.add(KEY);

        assertThat(accounts.findKey("0A1B")).isEmpty();
        assertThat(accounts.findKey("0a1")).isEmpty();
        assertThat(accounts.findKey("' OR '1'='1")).isEmpty();
    }

    @Test
    void anAccountHasSeveralKeys() {
        var second = new ApiKey("key_2", "acc_1", "0a1c", "sk-efgh", NOON);
        accounts.add(ADA);
        accounts.add(KEY);
        accounts.add(second);

        assertThat(accounts.findKey("0a1b")).contains(KEY);
        assertThat(accounts.findKey("0a1c")).contains(second);
    }

    @Test
    void anAccountIsAddedOnce() {
        accounts.add(ADA);

        assertThatThrownBy(() -> accounts.add(ADA)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void twoKeysNeverShareAHash() {
        accounts.add(ADA);
        accounts.add(KEY);

        assertThatThrownBy(() -> accounts.add(new ApiKey("key_2", "acc_1", "0a1b", "sk-efgh", NOON)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void twoKeysNeverShareAnId() {
        accounts.add(ADA);
        accounts.add(KEY);

        assertThatThrownBy(() -> accounts.add(new ApiKey("key_1", "acc_1", "ffff", "sk-efgh", NOON)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aKeyOfNoAccountIsRefused() {
        assertThatThrownBy(() -> accounts.add(KEY)).isInstanceOf(RuntimeException.class);

        assertThat(accounts.findKey("0a1b")).isEmpty();
    }
}
