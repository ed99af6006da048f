package dev.parley.server.cli.admin;

import dev.parley.application.admin.RunAccounts;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Accounts. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Opens, shows, renames and bans accounts.")
final class AccountsCommand extends Group {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Command(name = "list", mixinStandardHelpOptions = true, header = "All accounts and what they have.")
    int list(@Mixin Output output, @Mixin Pages pages) throws IOException {
        return admin.inOffice(office -> {
            var accounts = office.walk(RunAccounts.class);
            return output.rows(pages.all(output, cursor -> accounts.page(cursor, null)).stream()
                    .map(Row::of)
                    .toList());
        });
    }

    @Command(name = "create", mixinStandardHelpOptions = true, header = "Opens an account.")
    int create(@Mixin Output output, @Parameters(paramLabel = "NAME") String name) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunAccounts.class).open(name))));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, header = "One account.")
    int show(@Mixin Output output, @Parameters(paramLabel = "ACCOUNT") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunAccounts.class).show(id))));
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, header = "Gives an account another name.")
    int rename(
            @Mixin Output output,
            @Parameters(paramLabel = "ACCOUNT") String id,
            @Parameters(paramLabel = "NAME") String name)
            throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunAccounts.class).rename(id, name))));
    }

    @Command(name = "ban", mixinStandardHelpOptions = true, header = "Turns away all keys of an account.")
    int ban(@Mixin Output output, @Parameters(paramLabel = "ACCOUNT") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunAccounts.class).ban(id))));
    }

    @Command(name = "unban", mixinStandardHelpOptions = true, header = "Lets them in again.")
    int unban(@Mixin Output output, @Parameters(paramLabel = "ACCOUNT") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunAccounts.class).unban(id))));
    }
}
