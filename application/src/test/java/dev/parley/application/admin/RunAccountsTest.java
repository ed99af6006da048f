package dev.parley.application.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.Account;
import dev.parley.domain.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAccountsTest {

    private final Office office = new Office();

    @Test
    void anOpenedAccountIsShownWithItsBalance() {
        String id = office.account();
        office.credits.grant(new RunCredits.Order(id, "2.5", "trial"));

        var shown = office.accounts.show(id);

        assertThat(shown.account().name()).isEqualTo("Acme");
        assertThat(shown.balance().available()).hasToString("2.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "\u202Egnp.exe", "a\u2028b"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(Office.refusedBy(() -> office.accounts.open(name)))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("name"));
    }

    @Test
    void namesOfTheGreatestLengthAreTaken() {
        assertThat(office.accounts
                        .open("ü".repeat(Account.NAME_LENGTH_MAX))
                        .account()
                        .name())
                .hasSize(Account.NAME_LENGTH_MAX);
        assertThat(Office.refusedBy(() -> office.accounts.open("ü".repeat(Account.NAME_LENGTH_MAX + 1))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aRenamedAccountKeepsTheRest() {
        String id = office.account();
        office.accounts.ban(id);
        var before = office.accounts.show(id).account();

        var renamed = office.accounts.rename(id, "Other").account();

        assertThat(renamed).isEqualTo(new Account(id, "Other", before.createdAt(), true));
        assertThat(office.accounts.show(id).account()).isEqualTo(renamed);
    }

    @Test
    void aBanTurnsAwayEveryKeyUntilItIsLifted() {
        String id = office.account();
        var issued = office.key(id);

        office.accounts.ban(id);
        assertThat(office.opens(issued)).isFalse();

        office.accounts.unban(id);
        assertThat(office.opens(issued)).isTrue();
    }

    @Test
    void whatIsNoAccountIsNotFound() {
        assertThat(Office.refusedBy(() -> office.accounts.ban("acc_nobody"))).isInstanceOf(Refusal.NotFound.class);
        assertThat(Office.refusedBy(() -> office.accounts.show("x".repeat(10_000))))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void pagesHoldEveryAccountOnce() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(office.account());
        }
        List<String> listed = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = office.accounts.page(cursor, 2);
            page.entries().forEach(view -> listed.add(view.account().id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(listed).containsExactlyElementsOf(opened.stream().sorted().toList());
    }

    @Test
    void aPageOfTheWrongSizeIsRefused() {
        assertThat(Office.refusedBy(() -> office.accounts.page(null, 0))).isInstanceOf(Refusal.Invalid.class);
        assertThat(Office.refusedBy(() -> office.accounts.page(null, 101))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aRepeatedOpeningGetsTheFirstAnswer() {
        String first = open("k1", "same", "Acme");

        assertThat(open("k1", "same", "Acme")).isEqualTo(first);
        assertThat(office.accounts.page(null, null).entries()).hasSize(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        var _ = open("k1", "same", "Acme");

        assertThat(Office.refusedBy(() -> open("k1", "other", "Acme"))).isInstanceOf(Refusal.KeyReused.class);
        assertThat(office.accounts.page(null, null).entries()).hasSize(1);
    }

    @Test
    void aRefusedOpeningLeavesTheKeyUnused() {
        assertThat(Office.refusedBy(() -> open("k1", "same", ""))).isInstanceOf(Refusal.Invalid.class);

        assertThat(open("k1", "same", "Acme")).startsWith("acc_");
    }

    @Test
    void aKeyIsForgottenInTime() {
        String first = open("k1", "same", "Acme");
        office.forward(office.limits.idempotencyAge().plus(Duration.ofSeconds(1)));

        assertThat(open("k1", "same", "Acme")).isNotEqualTo(first);
    }

    private String open(String key, String fingerprint, String name) {
        return office.accounts.open(
                name,
                Office.intent(key, fingerprint),
                opened -> opened.account().id());
    }
}
