package dev.parley.application.turns;

import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One receipt for several calls: what they cost is added up, and the upstream's ids are listed as far as they fit. Safe for
 * concurrent use.
 *
 * <p>An upstream's job is kept only where there is one turn. Of several jobs none is resumed: after a crash the attempt's end is
 * unknown, and is settled as such.
 */
final class TurnBills {

    private final Receipt whole;
    private final @Nullable Bill[] bills;

    TurnBills(int turns, Receipt whole) {
        this.whole = whole;
        this.bills = new Bill[turns];
    }

    /** What one turn's call was told. */
    private record Bill(
            @Nullable String requestId,
            @Nullable String credential,
            @Nullable BigDecimal cost) {}

    Receipt receipt(int turn) {
        return bills.length == 1 ? whole : new TurnReceipt(turn);
    }

    private final class TurnReceipt implements Receipt {
        private final int turn;

        TurnReceipt(int turn) {
            this.turn = turn;
        }

        @Override
        public Optional<String> upstreamId() {
            return Optional.empty();
        }

        @Override
        public void keep(String upstreamId) {
            // One attempt keeps one id: half a dialogue's jobs would be asked for, and the rest paid for again.
        }

        @Override
        public void billed(@Nullable String requestId, @Nullable String credential, @Nullable BigDecimal cost) {
            tell(turn, new Bill(requestId, credential, cost));
        }
    }

    private synchronized void tell(int turn, Bill bill) {
        bills[turn] = bill;
        whole.billed(listed(Bill::requestId), listed(Bill::credential), cost());
    }

    private @Nullable BigDecimal cost() {
        return told().map(Bill::cost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private @Nullable String listed(Function<Bill, @Nullable String> part) {
        var parts = told().map(part).filter(Objects::nonNull).distinct().toList();
        String all = String.join(",", parts);
        for (int shown = parts.size(); all.length() > Receipt.LENGTH_MAX && shown > 0; shown--) {
            all = parts.stream().limit(shown - 1).collect(Collectors.joining(",")) + ",+" + (parts.size() - shown + 1);
        }
        return parts.isEmpty() ? null : all;
    }

    private Stream<Bill> told() {
        return Arrays.stream(bills).filter(Objects::nonNull);
    }
}
