package dev.parley.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.ledger.Entry.Kind;
import dev.parley.domain.ledger.Entry.Purse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {

    @ParameterizedTest
    @CsvSource({
        "GRANT, OPERATOR, AVAILABLE",
        "WITHDRAW, AVAILABLE, OPERATOR",
        "HOLD, AVAILABLE, HELD",
        "CAPTURE, HELD, SPENT",
        "RELEASE, HELD, AVAILABLE",
        "EXPIRE, HELD, AVAILABLE"
    })
    void movesFromOnePurseToAnother(Kind kind, Purse from, Purse to) {
        assertThat(kind.from()).isEqualTo(from);
        assertThat(kind.to()).isEqualTo(to);
    }

    @Test
    void everyKindIsInTheTable() {
        assertThat(Kind.values()).hasSize(6);
    }

    @Test
    void nothingLeavesWhatIsSpent() {
        assertThat(Kind.values()).noneMatch(kind -> kind.from() == Purse.SPENT);
    }

    @Test
    void grantedIsTheSumOfTheThree() {
        var balance = new Balance(new Credits(1), new Credits(20), new Credits(300));
        assertThat(balance.granted()).isEqualTo(new Credits(321));
    }
}
