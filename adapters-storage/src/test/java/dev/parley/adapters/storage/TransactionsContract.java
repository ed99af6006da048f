package dev.parley.adapters.storage;

import static dev.parley.adapters.storage.Examples.ACCOUNT;
import static dev.parley.adapters.storage.Examples.NOON;
import static dev.parley.adapters.storage.Examples.aPendingTask;
import static dev.parley.adapters.storage.Examples.anAccount;
import static dev.parley.adapters.storage.Examples.credits;
import static dev.parley.adapters.storage.Examples.processing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.task.Task;
import dev.parley.ports.store.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} keeps. */
public abstract class TransactionsContract {
    private static final Balance HUNDRED = new Balance(credits(100), Credits.NONE, Credits.NONE);

    private final Task task = aPendingTask();
    private Stores stores;

    /** Empty stores. */
    protected abstract Stores stores();

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void grantAHundred() {
        stores = stores();
        stores.ledger().grant(ACCOUNT, credits(100), "opening", NOON);
    }

    @Test
    void theAnswerOfTheWorkIsHandedOut() {
        assertThat(stores.transactions().run(() -> "done")).isEqualTo("done");
    }

    @Test
    void everythingIsStoredWhenTheWorkReturns() {
        assertThat(stores.transactions().run(this::submit)).isTrue();

        assertThat(stores.tasks().find(task.id())).contains(task);
        assertThat(stores.ledger().balance(ACCOUNT).held())
                .isEqualTo(task.quote().price());
    }

    @Test
    void aFailureUndoesTaskAndLedgerTogether() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    submit();
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertNothingStored();
        assertThat(stores.ledger().entries(ACCOUNT, null, 10)).hasSize(1);
    }

    @Test
    void anErrorUndoesLikeAnException() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    submit();
                    throw new AssertionError("broken");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("broken");

        assertNothingStored();
    }

    @Test
    void aFailureUndoesSavesAndAccounts() {
        stores.tasks().add(task);

        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    stores.tasks().save(task.in(processing(NOON)));
                    stores.accounts().add(anAccount("acc_2"));
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertThat(stores.tasks().find(task.id())).contains(task);
        assertThat(stores.accounts().isEmpty()).isTrue();
    }

    @Test
    void workSeesItsOwnChanges() {
        boolean seen = stores.transactions().run(() -> {
            submit();
            return stores.tasks().find(task.id()).isPresent()
                    && !HUNDRED.equals(stores.ledger().balance(ACCOUNT));
        });

        assertThat(seen).isTrue();
    }

    @Test
    void aTransactionWithinATransactionIsUndoneWithIt() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    stores.transactions().run(this::submit);
                    throw new Stop();
                }))
                .isInstanceOf(Stop.class);

        assertNothingStored();
    }

    @Test
    void aFailureWithinCannotBeSwallowed() {
        assertThatThrownBy(() -> stores.transactions().run(() -> {
                    submit();
                    return failWithin();
                }))
                .isInstanceOf(RuntimeException.class);

        assertNothingStored();
    }

    @Test
    void aRefusedChangeCannotBeSwallowed() {
        assertThatThrownBy(() -> stores.transactions()
                        .run(() -> submit() && isRefused(() -> stores.tasks().add(task))))
                .isInstanceOf(RuntimeException.class);

        assertNothingStored();
    }

    @Test
    void theNextTransactionIsUntouchedByAFailedOne() {
        assertThat(holdsAndFails(1)).isFalse();

        assertThat(stores.transactions().run(this::submit)).isTrue();

        assertThat(stores.tasks().find(task.id())).contains(task);
    }

    @Test
    void othersDoNotSeeWhatMayYetBeUndone() {
        long seen = Race.winners(16, i -> {
            if (i % 2 == 0) {
                return stores.tasks().find(task.id()).isPresent();
            }
            return holdsAndFails(i);
        });

        assertThat(seen).isZero();
        assertNothingStored();
    }

    private boolean holdsAndFails(int runner) {
        try {
            return stores.transactions().run(() -> {
                submit();
                throw new Stop();
            });
        } catch (Stop _) {
            return runner < 0;
        }
    }

    private boolean failWithin() {
        try {
            return stores.transactions().run(() -> {
                throw new Stop();
            });
        } catch (Stop _) {
            return false;
        }
    }

    private static boolean isRefused(Runnable change) {
        try {
            change.run();
            return false;
        } catch (RuntimeException _) {
            return true;
        }
    }

    private boolean submit() {
        stores.tasks().add(task);
        return stores.ledger().hold(task.hold(), NOON);
    }

    private void assertNothingStored() {
        assertThat(stores.tasks().find(task.id())).isEmpty();
        assertThat(stores.ledger().balance(ACCOUNT)).isEqualTo(HUNDRED);
    }
}
