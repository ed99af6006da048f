package dev.parley.domain.webhook;

import static dev.parley.domain.webhook.Deliverable.NOON;
import static dev.parley.domain.webhook.Deliverable.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.event.EventType;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.webhook.EndpointState.Disabled;
import dev.parley.domain.webhook.EndpointState.Enabled;
import dev.parley.domain.webhook.EndpointState.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {

    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final SigningSecret FIRST = SigningSecret.issue(new Random(1));
    private static final SigningSecret SECOND = SigningSecret.issue(new Random(2));

    private static final Endpoint WELL = new Endpoint(
            "ep_1",
            "acc_1",
            URI.create("https://example.org/hook"),
            "",
            Set.of(),
            new SigningSecrets(FIRST, null),
            NOON,
            new Enabled(null));

    @Test
    void whoWantsNothingInParticularWantsEverything() {
        assertThat(EventType.ENDS).allMatch(WELL::wants);
    }

    @Test
    void whoNamesEventsWantsNoOthers() {
        var picky = WELL.with(WELL.url(), "", Set.of(EventType.TASK_FAILED));

        assertThat(EventType.ENDS).filteredOn(picky::wants).containsExactly(EventType.TASK_FAILED);
    }

    @Test
    void whoIsDisabledWantsNothing() {
        assertThat(EventType.ENDS).noneMatch(WELL.in(new Disabled(Reason.OWNER, NOON))::wants);
    }

    @Test
    void theFirstFailureIsRemembered() {
        var failing = WELL.after(answered(500), NOON).after(answered(500), NOON.plusSeconds(9));

        assertThat(failing.state()).isEqualTo(new Enabled(NOON));
    }

    @Test
    void aSuccessMakesUpForAllFailures() {
        assertThat(WELL.after(answered(500), NOON).after(answered(204), NOON).state())
                .isEqualTo(new Enabled(null));
    }

    @Test
    void fiveDaysOfFailuresDisable() {
        var failing = WELL.after(answered(500), NOON);

        assertThat(failing.after(answered(500), NOON.plus(FIVE_DAYS).minusMillis(1))
                        .isEnabled())
                .isTrue();
        assertThat(failing.after(answered(500), NOON.plus(FIVE_DAYS)).state())
                .isEqualTo(new Disabled(Reason.FAILING, NOON.plus(FIVE_DAYS)));
    }

    @Test
    void whoIsGoneIsDisabledAtOnce() {
        assertThat(WELL.after(answered(410), NOON).state()).isEqualTo(new Disabled(Reason.GONE, NOON));
    }

    @Test
    void whoIsDisabledStaysSo() {
        var disabled = WELL.in(new Disabled(Reason.OPERATOR, NOON));

        assertThat(disabled.after(answered(200), NOON)).isEqualTo(disabled);
    }

    @Test
    void aRotatedSecretIsUsedForAnotherDay() {
        var rotated = WELL.secrets().rotated(SECOND, NOON);
        var dayAfter = NOON.plus(Duration.ofDays(1));

        assertThat(rotated.at(dayAfter.minusMillis(1))).containsExactly(SECOND, FIRST);
        assertThat(rotated.at(dayAfter)).containsExactly(SECOND);
    }

    @Test
    void aSecretThatIsBeingReplacedIsNotReplacedAgain() {
        var rotated = WELL.secrets().rotated(SECOND, NOON);

        assertThatThrownBy(() -> rotated.rotated(FIRST, NOON.plus(Duration.ofHours(23))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("24 hours");
        assertThat(rotated.rotated(FIRST, NOON.plus(Duration.ofDays(1))).current())
                .isEqualTo(FIRST);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(WELL.with(WELL.secrets().rotated(SECOND, NOON)).toString()).doesNotContain("whsec_");
    }
}
