package dev.parley.application.admin;

import dev.parley.domain.ledger.Credits;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Usage;
import dev.parley.ports.store.Usage.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was asked for, added up as the operator wants it. */
public final class ReadUsage {

    private static final int DAYS_MAX = 92;
    private static final int DAYS_STANDARD = 30;
    private static final int LINES_MAX = 50_000;

    private static final Comparator<Sum> ORDER = Comparator.comparing(
                    Sum::day, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Sum::key, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Sum::model, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Usage usage;
    private final InstantSource clock;

    public ReadUsage(Usage usage, InstantSource clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** What sums are kept apart by. */
    public enum By {
        KEY,
        MODEL,
        DAY
    }

    /**
     * One sum. What sums are not kept apart by is null.
     *
     * @param completed how many of the tasks are
     * @param units of the models' prices, characters for speech, of all tasks
     * @param credits what the ended tasks cost
     */
    public record Sum(
            @Nullable LocalDate day,
            @Nullable String key,
            @Nullable String model,
            long tasks,
            long completed,
            long units,
            Credits credits) {}

    /** Sums of the days from {@code from} to {@code to}, both included. */
    public record Report(LocalDate from, LocalDate to, List<Sum> sums) {}

    /**
     * Days are of UTC.
     *
     * @param account whose; everybody's where null
     * @param from 30 days up to {@code to} where null
     * @param to today where null
     */
    public Report between(@Nullable String account, @Nullable LocalDate from, @Nullable LocalDate to, Set<By> apart) {
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        var first = from == null ? last.minusDays(DAYS_STANDARD - 1L) : from;
        check(first, last);
        var found = usage.between(account, start(first), start(last.plusDays(1)), LINES_MAX + 1);
        if (found.size() > LINES_MAX) {
            throw Refused.invalid("from", "covers too much to add up at once: ask for fewer days, or for one account.");
        }
        return new Report(first, last, added(found, apart));
    }

    private static void check(LocalDate first, LocalDate last) {
        if (last.getYear() > 9999 || first.getYear() < 1970) {
            throw Refused.invalid("from", "and 'to' must be days from 1970-01-01 to 9999-12-31.");
        }
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw Refused.invalid("from", "must be at most " + DAYS_MAX + " days before 'to', and not after it.");
        }
    }

    private static Instant start(LocalDate day) {
        return Instant.EPOCH.plus(Duration.ofDays(day.toEpochDay()));
    }

    private static List<Sum> added(List<Line> lines, Set<By> apart) {
        var sums = new TreeMap<Sum, Sum>(ORDER);
        for (var line : lines) {
            var one = sum(line, apart);
            sums.merge(one, one, ReadUsage::plus);
        }
        return List.copyOf(sums.values());
    }

    private static Sum sum(Line line, Set<By> apart) {
        return new Sum(
                apart.contains(By.DAY) ? line.day() : null,
                apart.contains(By.KEY) ? line.key() : null,
                apart.contains(By.MODEL) ? line.model() : null,
                line.tasks(),
                line.completed(),
                line.units(),
                line.credits());
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.day(),
                one.key(),
                one.model(),
                one.tasks() + other.tasks(),
                one.completed() + other.completed(),
                one.units() + other.units(),
                one.credits().plus(other.credits()));
    }
}
