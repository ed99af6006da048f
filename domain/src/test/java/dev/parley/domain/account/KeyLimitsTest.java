package dev.parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLimitsTest {
    private static final IpRange HOME = IpRange.parse("203.0.113.0/24");

    @Test
    void noLimitsAllowEveryModel() {
        assertThat(KeyLimits.NONE.allowsModel("anything")).isTrue();
    }

    @Test
    void listedModelIsAllowed() {
        assertThat(models(Set.of("a", "b")).allowsModel("b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "A", "a ", ""})
    void modelThatIsNotListedIsNotAllowed(String model) {
        assertThat(models(Set.of("a", "b")).allowsModel(model)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, KeyLimits.RATE_MAX})
    void rateInRangeIsTaken(int rate) {
        assertThatCode(() -> rates(rate, rate)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, KeyLimits.RATE_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void rateOutOfRangeIsNamed(int rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates(rate, 1))
                .withMessage("'requests_per_minute' must be from 1 to 1000000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, KeyLimits.RATE_MAX + 1})
    void callsAtOnceOutOfRangeAreNamed(int calls) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates(1, calls))
                .withMessage("'calls_at_once' must be from 1 to 1000000.");
    }

    @Test
    void hundredRangesAreTaken() {
        assertThatCode(() -> addresses(Collections.nCopies(100, HOME))).doesNotThrowAnyException();
    }

    @Test
    void moreRangesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> addresses(Collections.nCopies(101, HOME)))
                .withMessage("'addresses' must be at most 100 ranges.");
    }

    @Test
    void moreThanAHundredModelsAreRefused() {
        assertThatCode(() -> models(names(100))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> models(names(101)))
                .withMessage("'models' must be at most 100 names.");
    }

    @Test
    void limitsDoNotChangeWithTheListsTheyWereMadeOf() {
        var addresses = new ArrayList<>(List.of(HOME));
        var models = new HashSet<>(Set.of("a"));
        var limits = new KeyLimits(addresses, models, null, null, SpendLimits.NONE);
        addresses.clear();
        models.add("b");
        assertThat(limits).isEqualTo(new KeyLimits(List.of(HOME), Set.of("a"), null, null, SpendLimits.NONE));
    }

    private static KeyLimits rates(int requestsPerMinute, int callsAtOnce) {
        return new KeyLimits(List.of(), Set.of(), requestsPerMinute, callsAtOnce, SpendLimits.NONE);
    }

    private static KeyLimits addresses(List<IpRange> addresses) {
        return new KeyLimits(addresses, Set.of(), null, null, SpendLimits.NONE);
    }

    private static KeyLimits models(Set<String> models) {
        return new KeyLimits(List.of(), models, null, null, SpendLimits.NONE);
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "model-" + i).collect(Collectors.toSet());
    }
}
