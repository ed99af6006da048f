package dev.parley.rest.admin;

import dev.parley.application.account.VerifyLedger;
import dev.parley.application.admin.InspectTasks;
import dev.parley.application.admin.InspectTasks.Status;
import dev.parley.application.admin.ReadUsage;
import dev.parley.application.admin.ReadUsage.By;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** What was asked for, what became of it, and whether the ledger adds up. */
@Controller("/admin/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
final class ReportController {

    private final InspectTasks tasks;
    private final ReadUsage usage;
    private final VerifyLedger ledger;

    ReportController(InspectTasks tasks, ReadUsage usage, VerifyLedger ledger) {
        this.tasks = tasks;
        this.usage = usage;
        this.ledger = ledger;
    }

    /** @param differences a sentence for each; at most 100 */
    record Verified(boolean clean, long accounts, long entries, List<String> differences) {}

    @Get("/tasks")
    PageJson<TaskJson> tasks(HttpRequest<?> request) {
        var asked = new Parameters(request, "account", "status", "cursor", "limit");
        var page = tasks.page(
                asked.text("account"), asked.one("status", Status.class), asked.text("cursor"), asked.number("limit"));
        return PageJson.of(page, TaskJson::of);
    }

    @Get("/tasks/{id}")
    TaskJson task(String id) {
        return TaskJson.of(tasks.show(id));
    }

    @Get("/usage")
    UsageJson usage(HttpRequest<?> request) {
        var asked = new Parameters(request, "account", "from", "to", "by");
        return UsageJson.of(
                usage.between(asked.text("account"), asked.day("from"), asked.day("to"), asked.some("by", By.class)));
    }

    @Post("/ledger/verify")
    Verified verify() {
        var report = ledger.verify();
        return new Verified(report.isClean(), report.accounts(), report.entries(), report.differences());
    }
}
