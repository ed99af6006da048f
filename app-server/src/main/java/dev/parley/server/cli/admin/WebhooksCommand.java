package dev.parley.server.cli.admin;

import dev.parley.application.notify.DeliveryQuery;
import dev.parley.application.notify.ReadDeliveries;
import dev.parley.application.notify.Resend;
import dev.parley.application.notify.RunEndpoints;
import dev.parley.application.notify.SendTest;
import dev.parley.domain.webhook.DeliveryState.Stand;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What is told to whom, and how that goes. A running server sends what is put back here within a second. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows and repeats webhook deliveries, tests, disables and enables endpoints.")
final class WebhooksCommand extends Group {

    private static final String TIME = "TIME";
    private static final String WHEN = "Of events at or after this time, as 2026-11-21T12:00:00Z.";
    private static final String UNTIL = "Of events before this time.";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Command(name = "list", mixinStandardHelpOptions = true, header = "Deliveries, of the newest events first.")
    int list(
            @Mixin Output output,
            @Mixin Pages pages,
            @Mixin WhichDeliveries which,
            @Option(names = "--after", paramLabel = TIME, description = WHEN) @Nullable Instant after,
            @Option(names = "--before", paramLabel = TIME, description = UNTIL) @Nullable Instant before)
            throws IOException {
        var query = which.query(after, before);
        return admin.inOffice(office -> {
            var read = office.walk(ReadDeliveries.class);
            return output.rows(pages.all(output, cursor -> read.page(query, cursor, null)).stream()
                    .map(WebhookRow::of)
                    .toList());
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, header = "One delivery, and every attempt at it.")
    int show(@Mixin Output output, @Parameters(paramLabel = "DELIVERY") String id) throws IOException {
        return admin.inOffice(office -> {
            var view = office.walk(ReadDeliveries.class).show(null, id);
            var row = WebhookRow.of(view.delivery());
            row.put("log", view.attempts().stream().map(WebhookRow::of).toList());
            return output.one(row);
        });
    }

    @Command(name = "resend", mixinStandardHelpOptions = true, header = "Delivers once more, under the same id.")
    int resend(@Mixin Output output, @Parameters(paramLabel = "DELIVERY") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(WebhookRow.of(office.walk(Resend.class).one(null, id))));
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            header = "Delivers an endpoint's dead letters once more.",
            description = "At most 1000 at once, the newest first; what is left is told.")
    int replay(
            @Mixin Output output,
            @Parameters(paramLabel = "ENDPOINT") String endpoint,
            @Option(names = "--after", paramLabel = TIME, description = WHEN) @Nullable Instant after,
            @Option(names = "--before", paramLabel = TIME, description = UNTIL) @Nullable Instant before,
            @Option(names = "--all", description = "What was delivered, too.") boolean all)
            throws IOException {
        return admin.inOffice(office -> {
            var resent = office.walk(Resend.class).range(null, endpoint, after, before, all);
            var last = resent.before();
            if (resent.rest() && last != null) {
                output.remark("there is more: go on with --before " + last.plusMillis(1));
            }
            return output.one(Row.row("count", resent.count()));
        });
    }

    @Command(name = "endpoints", mixinStandardHelpOptions = true, header = "All endpoints of an account.")
    int endpoints(
            @Mixin Output output, @Option(names = "--account", paramLabel = "ACCOUNT", required = true) String account)
            throws IOException {
        return admin.inOffice(office -> output.rows(office.walk(RunEndpoints.class).list(account).stream()
                .map(WebhookRow::of)
                .toList()));
    }

    @Command(name = "test", mixinStandardHelpOptions = true, header = "Sends a test event to an endpoint.")
    int test(@Mixin Output output, @Parameters(paramLabel = "ENDPOINT") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(WebhookRow.of(office.walk(SendTest.class).to(null, id))));
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            header = "Tells an endpoint nothing more; its account cannot undo it.")
    int disable(@Mixin Output output, @Parameters(paramLabel = "ENDPOINT") String id) throws IOException {
        return admin.inOffice(office ->
                output.one(WebhookRow.of(office.walk(RunEndpoints.class).disable(id))));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, header = "Tells an endpoint of events again.")
    int enable(@Mixin Output output, @Parameters(paramLabel = "ENDPOINT") String id) throws IOException {
        return admin.inOffice(office ->
                output.one(WebhookRow.of(office.walk(RunEndpoints.class).enable(id))));
    }

    /** Options that choose deliveries. */
    static final class WhichDeliveries {

        @Option(names = "--account", paramLabel = "ACCOUNT")
        private @Nullable String account;

        @Option(names = "--endpoint", paramLabel = "ENDPOINT")
        private @Nullable String endpoint;

        @Option(names = "--task", paramLabel = "TASK")
        private @Nullable String task;

        @Option(names = "--state", paramLabel = "STATE", description = "waiting, sending, delivered or dead.")
        private @Nullable Stand state;

        DeliveryQuery query(@Nullable Instant after, @Nullable Instant before) {
            return new DeliveryQuery(account, endpoint, task, state, after, before);
        }
    }
}
