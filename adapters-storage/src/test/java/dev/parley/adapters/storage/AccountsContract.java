package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.Account;
import dev.parley.ports.store.Accounts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} keeps. */
public abstract class AccountsContract {
    private static final Account ADA = anAccount("acc_1");

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
    void anAccountIsFoundByItsId() {
        accounts.add(ADA);

        assertThat(accounts.find("acc_1")).contains(ADA);
        assertThat(accounts.find("acc_2")).isEmpty();
    }

    @Test
    void anAccountIsAddedOnce() {
        accounts.add(ADA);

        assertThatThrownBy(() -> accounts.add(ADA)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void accountsAreListedById() {
        for (var id : List.of("acc_b", "acc_a", "acc_C", "acc_é", "acc_2")) {
            accounts.add(anAccount(id));
        }

        assertThat(ids(null, 10)).containsExactly("acc_2", "acc_C", "acc_a", "acc_b", "acc_é");
        assertThat(ids(null, 2)).containsExactly("acc_2", "acc_C");
        assertThat(ids("acc_C", 2)).containsExactly("acc_a", "acc_b");
        assertThat(ids("acc_é", 2)).isEmpty();
    }

    @Test
    void nameAndBanAreSaved() {
        accounts.add(ADA);

        accounts.save(new Account("acc_1", "Lovelace", NOON, true));

        assertThat(accounts.find("acc_1")).contains(new Account("acc_1", "Lovelace", NOON, true));
    }

    @Test
    void theTimeOfCreationIsNeverChanged() {
        accounts.add(ADA);

        accounts.save(new Account("acc_1", "Ada", NOON.plusSeconds(9), false));

        assertThat(accounts.find("acc_1")).contains(ADA);
    }

    @Test
    void anUnknownAccountIsNotSaved() {
        assertThatThrownBy(() -> accounts.save(ADA)).isInstanceOf(IllegalStateException.class);

        assertThat(accounts.isEmpty()).isTrue();
    }

    private List<String> ids(@Nullable String after, int max) {
        return accounts.list(after, max).stream().map(Account::id).toList();
    }
}
