package dev.parley.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.admin.RunCredits.Order;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.ledger.Hold;
import dev.parley.domain.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCreditsTest {

    private final Office office = new Office();
    private final String account = office.account();

    @Test
    void aGrantIsInTheBalanceAndInTheEntries() {
        var granted = office.credits.grant(new Order(account, "10.000001", "invoice 7"));

        assertThat(granted.balance().available()).hasToString("10.000001");
        assertThat(office.credits.entries(account, null, null).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo(Entry.Kind.GRANT);
                    assertThat(entry.reference()).isEqualTo("invoice 7");
                });
    }

    @Test
    void whatIsHeldCannotBeWithdrawn() {
        var granted = office.credits.grant(new Order(account, "10", "x"));
        assertThat(office.store.ledger().hold(new Hold("hld_1", account, granted.amount()), office.now))
                .isTrue();

        assertThat(Office.refusedBy(() -> office.credits.withdraw(new Order(account, "1", "x"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aWithdrawalTakesBackExactlyThat() {
        office.credits.grant(new Order(account, "10", "x"));

        assertThat(office.credits
                        .withdraw(new Order(account, "10", "mistake"))
                        .balance()
                        .available())
                .hasToString("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0000001", "1000000001", "ten", "", "1e100000000", "NaN"})
    void whatIsNoAmountIsRefused(String amount) {
        assertThat(Office.refusedBy(() -> office.credits.grant(new Order(account, amount, "x"))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("amount"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "200, false", "201, true"})
    void aReasonHasOneTo200Characters(int length, boolean refused) {
        assertThat(Office.refusedBy(() -> office.credits.grant(new Order(account, "1", "r".repeat(length)))) != null)
                .isEqualTo(refused);
    }

    @Test
    void aReasonIsOneLine() {
        assertThat(Office.refusedBy(() -> office.credits.grant(new Order(account, "1", "a\nb"))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("reason"));
    }

    @Test
    void anAccountIsNeverGrantedMoreThanSumsCanHold() {
        for (int i = 0; i < 1000; i++) {
            office.credits.grant(new Order(account, "1000000000", "x"));
        }
        assertThat(Office.refusedBy(() -> office.credits.grant(new Order(account, "0.000001", "x"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aRepeatedGrantIsGrantedOnce() {
        String first = grant("k", "10");

        assertThat(grant("k", "10")).isEqualTo(first);
        assertThat(office.accounts.show(account).balance().available()).hasToString("10");
    }

    @Test
    void aRepeatTellsTheFirstBalanceAlsoWhenMoreCame() {
        String first = grant("k", "10");
        office.credits.grant(new Order(account, "5", "x"));

        assertThat(grant("k", "10")).isEqualTo(first);
    }

    @Test
    void anUnknownAccountHasNoCredits() {
        assertThat(Office.refusedBy(() -> office.credits.grant(new Order("acc_no", "1", "x"))))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(Office.refusedBy(() -> office.credits.entries("acc_no", null, null)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void entriesComeInPages() {
        for (int i = 0; i < 3; i++) {
            office.credits.grant(new Order(account, "1", "grant " + i));
        }
        var first = office.credits.entries(account, null, 2);
        var second = office.credits.entries(account, first.nextCursor(), 2);

        assertThat(first.entries()).extracting(Entry::reference).containsExactly("grant 0", "grant 1");
        assertThat(second.entries()).extracting(Entry::reference).containsExactly("grant 2");
        assertThat(second.nextCursor()).isNull();
    }

    private String grant(String key, String amount) {
        return office.credits.grant(
                new Order(account, amount, "x"),
                Office.intent(key, amount),
                granted -> granted.balance().toString());
    }
}
