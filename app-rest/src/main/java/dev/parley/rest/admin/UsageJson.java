package dev.parley.rest.admin;

import dev.parley.application.admin.ReadUsage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of the days from {@code from} to {@code to}, both included. */
record UsageJson(String from, String to, List<SumJson> data) {

    record SumJson(
            @Nullable String day,
            @Nullable String key,
            @Nullable String model,
            long tasks,
            long completed,
            long units,
            BigDecimal credits) {

        static SumJson of(ReadUsage.Sum sum) {
            var day = sum.day();
            return new SumJson(
                    day == null ? null : day.toString(),
                    sum.key(),
                    sum.model(),
                    sum.tasks(),
                    sum.completed(),
                    sum.units(),
                    sum.credits().toDecimal());
        }
    }

    static UsageJson of(ReadUsage.Report report) {
        return new UsageJson(
                report.from().toString(),
                report.to().toString(),
                report.sums().stream().map(SumJson::of).toList());
    }
}
