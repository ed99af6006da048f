package dev.parley.application.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.refusal.Refusal;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final String RIGHT = "correct horse battery";

    private final Office office = new Office();

    SignInTest() {
        var _ = office.openFirstAdmin.open(new Password(RIGHT));
    }

    @Test
    void theRightPasswordOpens() {
        assertThat(office.signIn.signIn("admin", RIGHT, Office.HERE).name()).isEqualTo("admin");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameReadTheSame() {
        var wrong = attempt("admin", "wrong", "192.0.2.1");
        var unknown = attempt("nobody", RIGHT, "192.0.2.1");

        assertThat(wrong).isInstanceOf(Refusal.Unauthenticated.class).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "nobody"})
    void noPasswordIsAWrongPassword(String name) {
        assertThat(attempt(name, "", "192.0.2.1")).isInstanceOf(Refusal.Unauthenticated.class);
    }

    /** PostgreSQL would fail on it, and be an error for whoever sends it. */
    @ParameterizedTest
    @ValueSource(strings = {"\0", "ad\0min", "admin\n"})
    void aControlCharacterIsNoPartOfAName(String name) {
        assertThat(attempt(name, RIGHT, "192.0.2.1")).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void anUnknownNameCostsAHashAsWell() {
        var slow = new Office();
        var hashes = new PasswordHashes(10);
        var signIn = new SignIn(slow.store.admins(), hashes, new SignInThrottle(slow.clock));

        long began = System.nanoTime();
        var _ = Office.refusedBy(() -> signIn.signIn("nobody", RIGHT, Office.HERE));
        long unknown = System.nanoTime() - began;
        began = System.nanoTime();
        var _ = hashes.match(new Password("wrong"), hashes.hash(new Password(RIGHT)));
        long twoHashes = System.nanoTime() - began;

        assertThat(unknown).isGreaterThan(twoHashes / 8);
    }

    @Test
    void theSixthAttemptInAMinuteIsTurnedAwayByName() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("admin", "wrong", "192.0.2." + i)).isInstanceOf(Refusal.Unauthenticated.class);
            office.forward(Duration.ofSeconds(2));
        }
        assertThat(attempt("admin", RIGHT, "192.0.2.9"))
                .isInstanceOfSatisfying(
                        Refusal.TooMany.class, no -> assertThat(no.retryAfter()).hasSeconds(50));
    }

    @Test
    void theSixthAttemptInAMinuteIsTurnedAwayByAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("name" + i, "wrong", "192.0.2.1")).isInstanceOf(Refusal.Unauthenticated.class);
        }
        assertThat(attempt("admin", RIGHT, "192.0.2.1")).isInstanceOf(Refusal.TooMany.class);
        assertThat(attempt("admin", RIGHT, "192.0.2.2")).isNull();
    }

    @Test
    void anIpv6NetworkIsOneCaller() {
        for (int i = 0; i < 5; i++) {
            var _ = attempt("name" + i, "wrong", "2001:db8::" + i);
        }
        assertThat(attempt("admin", RIGHT, "2001:db8:0:0:ffff::1")).isInstanceOf(Refusal.TooMany.class);
        assertThat(attempt("admin", RIGHT, "2001:db8:0:1::1")).isNull();
    }

    @Test
    void retryAfterIsTrue() {
        for (int i = 0; i < 5; i++) {
            var _ = attempt("admin", "wrong", "192.0.2." + i);
        }
        office.forward(Duration.ofMillis(59_999));
        assertThat(attempt("admin", RIGHT, "192.0.2.9")).isInstanceOf(Refusal.TooMany.class);

        office.forward(Duration.ofMillis(1));
        assertThat(attempt("admin", RIGHT, "192.0.2.9")).isNull();
    }

    @Test
    void what72BytesCannotHoldIsRefusedByName() {
        assertThat(attempt("admin", "ä".repeat(37), "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("password"));
    }

    @Test
    void allOf72BytesCount() {
        String longest = "x".repeat(71);
        office.changePassword.set("admin", new Password(longest + "y"));

        assertThat(attempt("admin", longest + "z", "192.0.2.1")).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(attempt("admin", longest + "y", "192.0.2.1")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"11 letters., true", "12 letters.., false"})
    void aPasswordHasTwelveCharacters(String next, boolean refused) {
        assertThat(change(RIGHT, next) != null).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a password\u0000 with zero", "a password\nof two lines"})
    void aPasswordCanBeTyped(String next) {
        assertThat(change(RIGHT, next))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("new_password"));
    }

    @Test
    void onlyThePresentPasswordChangesThePassword() {
        assertThat(change("wrong", "another password"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class, no -> assertThat(no.field()).isEqualTo("password"));
        assertThat(attempt("admin", RIGHT, "192.0.2.1")).isNull();
    }

    @Test
    void aChangeEndsWhatWasOpenedBefore() {
        var before = office.signIn.signIn("admin", RIGHT, Office.HERE).passwordSince();
        office.forward(Duration.ofMillis(1));

        assertThat(change(RIGHT, "another password")).isNull();

        assertThat(office.signIn.holder("admin", before)).isEmpty();
        var after = office.signIn.signIn("admin", "another password", Office.HERE);
        assertThat(office.signIn.holder("admin", after.passwordSince())).contains(after);
    }

    @Test
    void aRandomFirstPasswordIsShownOnceAndOpens() {
        var fresh = new Office();

        var shown = fresh.openFirstAdmin.open(null).orElseThrow();

        assertThat(shown.value()).matches("([a-hjkmnp-z2-9]{4}-){5}[a-hjkmnp-z2-9]{4}");
        assertThat(fresh.signIn.signIn(OpenFirstAdmin.NAME, shown.value(), Office.HERE))
                .isNotNull();
        assertThat(fresh.openFirstAdmin.open(null)).isEmpty();
    }

    @Test
    void aPasswordThatWasBroughtIsNotShown() {
        assertThat(new Office().openFirstAdmin.open(new Password(RIGHT))).isEmpty();
    }

    @Test
    void aShortPasswordThatWasBroughtStopsTheStart() {
        assertThatThrownBy(() -> new Office().openFirstAdmin.open(new Password("hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("admin.password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void noPasswordPrints() {
        assertThat(new Password(RIGHT)).asString().doesNotContain("correct");
        assertThat(office.store.admins().find("admin")).asString().doesNotContain("correct");
    }

    private @Nullable Refusal attempt(String name, String password, String from) {
        return Office.refusedBy(() -> {
            var _ = office.signIn.signIn(name, password, InetAddress.ofLiteral(from));
        });
    }

    private @Nullable Refusal change(String present, String next) {
        return Office.refusedBy(() -> office.changePassword.change("admin", present, next, Office.HERE));
    }
}
