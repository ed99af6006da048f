package dev.parley.server.cli.admin;

import dev.parley.application.admin.AccountView;
import dev.parley.application.admin.InspectTasks.Status;
import dev.parley.application.admin.KeyView;
import dev.parley.application.admin.Movement;
import dev.parley.application.admin.ReadUsage.Sum;
import dev.parley.domain.account.ApiKey;
import dev.parley.domain.account.IpRange;
import dev.parley.domain.account.KeyLimits;
import dev.parley.domain.account.SpendSpan;
import dev.parley.domain.ledger.Balance;
import dev.parley.domain.ledger.Credits;
import dev.parley.domain.ledger.Entry;
import dev.parley.domain.task.AttemptRecord;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each kind of thing shows of itself, in the order of a table's columns. */
final class Row {

    private Row() {}

    static Map<String, @Nullable Object> of(AccountView view) {
        var row = row("id", view.account().id());
        row.put("name", view.account().name());
        row.put("banned", view.account().banned());
        addBalance(row, view.balance());
        row.put("created_at", time(view.account().createdAt()));
        return row;
    }

    static Map<String, @Nullable Object> of(KeyView view) {
        var row = of(view.key());
        row.put("spent_this_hour", credits(view.spent().get(SpendSpan.HOUR)));
        row.put("spent_today", credits(view.spent().get(SpendSpan.DAY)));
        row.put("spent", credits(view.spent().get(SpendSpan.TOTAL)));
        return row;
    }

    static Map<String, @Nullable Object> of(ApiKey key) {
        var retiring = key.retiring();
        var row = row("id", key.id());
        row.put("account", key.account());
        row.put("name", key.name());
        row.put("state", word(key.state()));
        row.put("hint", key.hint());
        row.put("created_at", time(key.createdAt()));
        row.put("old_secret_until", retiring == null ? null : time(retiring.until()));
        row.put("limits", limits(key.limits()));
        return row;
    }

    static Map<String, @Nullable Object> of(Movement movement) {
        var row = row("account", movement.account());
        row.put("kind", word(movement.kind()));
        row.put("amount", credits(movement.amount()));
        row.put("reason", movement.reason());
        row.put("at", time(movement.at()));
        addBalance(row, movement.balance());
        return row;
    }

    static Map<String, @Nullable Object> of(Entry entry) {
        var row = row("id", entry.id());
        row.put("at", time(entry.at()));
        row.put("kind", word(entry.kind()));
        row.put("amount", credits(entry.amount()));
        row.put("reference", entry.reference());
        return row;
    }

    static Map<String, @Nullable Object> of(Task task) {
        var row = row("id", task.id().toString());
        row.put("account", task.account());
        row.put("status", word(Status.of(task)));
        row.put("mode", word(task.mode()));
        row.put("model", task.quote().model());
        row.put("provider", task.provider());
        row.put("characters", task.request().characters());
        row.put("held_credits", credits(task.quote().price()));
        row.put("created_at", time(task.createdAt()));
        row.put("ended_at", task.state() instanceof TaskState.Final end ? time(end.at()) : null);
        return row;
    }

    static Map<String, @Nullable Object> of(AttemptRecord attempt) {
        var ending = attempt.ending();
        var row = row("attempt", attempt.number());
        row.put("provider", attempt.provider());
        row.put("dispatched_at", time(attempt.dispatchedAt()));
        row.put("upstream_id", attempt.upstreamId());
        row.put("outcome", ending == null ? null : word(ending.outcome()));
        row.put("ended_at", ending == null ? null : time(ending.at()));
        row.put("detail", ending == null ? null : ending.detail());
        return row;
    }

    /** Without what sums are not kept apart by. */
    static Map<String, @Nullable Object> of(Sum sum) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        var day = sum.day();
        putKnown(row, "day", day == null ? null : day.toString());
        putKnown(row, "key", sum.key());
        putKnown(row, "model", sum.model());
        row.put("tasks", sum.tasks());
        row.put("completed", sum.completed());
        row.put("units", sum.units());
        row.put("credits", credits(sum.credits()));
        return row;
    }

    static List<Map<String, @Nullable Object>> sentences(List<String> differences) {
        return differences.stream()
                .map(difference -> row("difference", difference))
                .toList();
    }

    private static Map<String, @Nullable Object> limits(KeyLimits limits) {
        var row = row(
                "addresses", limits.addresses().stream().map(IpRange::toString).toList());
        row.put("models", limits.models().stream().sorted().toList());
        putKnown(row, "requests_per_minute", limits.requestsPerMinute());
        putKnown(row, "calls_at_once", limits.callsAtOnce());
        putKnown(row, "spend_hour", credits(limits.spend().hour()));
        putKnown(row, "spend_day", credits(limits.spend().day()));
        putKnown(row, "spend_total", credits(limits.spend().total()));
        return row;
    }

    private static void addBalance(Map<String, @Nullable Object> row, Balance balance) {
        row.put("available", credits(balance.available()));
        row.put("held", credits(balance.held()));
        row.put("spent", credits(balance.spent()));
    }

    static Map<String, @Nullable Object> row(String name, Object value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(name, value);
        return row;
    }

    private static void putKnown(Map<String, @Nullable Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }

    private static @Nullable Object credits(@Nullable Credits credits) {
        return credits == null ? null : credits.toDecimal();
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
