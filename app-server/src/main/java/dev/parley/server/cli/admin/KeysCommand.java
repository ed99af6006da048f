package dev.parley.server.cli.admin;

import dev.parley.application.admin.IssuedKey;
import dev.parley.application.admin.KeyDraft;
import dev.parley.application.admin.RunKeys;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** API keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Issues, limits, disables, deletes and rotates API keys.")
final class KeysCommand extends Group {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, header = "All keys of an account, deleted ones too.")
    int list(@Mixin Output output, @Option(names = "--account", paramLabel = "ACCOUNT", required = true) String account)
            throws IOException {
        return admin.inOffice(office -> output.rows(
                office.walk(RunKeys.class).list(account).stream().map(Row::of).toList()));
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            header = "Issues a key and prints its secret, once.",
            description = "What is not limited by an option is not limited.")
    int create(
            @Mixin Output output,
            @Option(names = "--account", paramLabel = "ACCOUNT", required = true) String account,
            @Option(names = "--name", paramLabel = "NAME", required = true) String name,
            @Option(
                            names = "--prefix",
                            paramLabel = "PREFIX",
                            description =
                                    "What the secret begins with: sk- (default), aio_, or sk-test- for the sandbox.")
                    @Nullable
                    String prefix,
            @Mixin LimitOptions limits)
            throws IOException {
        return admin.inOffice(
                office -> withSecret(output, office.walk(RunKeys.class).issue(account, name, limits.draft(), prefix)));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, header = "One key, and what it has spent.")
    int show(@Mixin Output output, @Parameters(paramLabel = "KEY") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).show(id))));
    }

    @Command(
            name = "limits",
            mixinStandardHelpOptions = true,
            header = "Puts these limits in the place of all that a key has.")
    int limits(
            @Mixin Output output,
            @Parameters(paramLabel = "KEY") String id,
            @Mixin LimitOptions limits,
            @Option(names = "--none", description = "No limits at all.") boolean none)
            throws IOException {
        var draft = limits.draft();
        if (none != draft.equals(KeyDraft.NONE)) {
            throw new ParameterException(
                    spec.subcommands().get("limits"), "Say which limits, or --none for no limits at all.");
        }
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).limit(id, draft))));
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, header = "Gives a key another name.")
    int rename(
            @Mixin Output output,
            @Parameters(paramLabel = "KEY") String id,
            @Parameters(paramLabel = "NAME") String name)
            throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).rename(id, name))));
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, header = "Lets a key open nothing until it is enabled.")
    int disable(@Mixin Output output, @Parameters(paramLabel = "KEY") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).disable(id))));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, header = "Lets a disabled key open again.")
    int enable(@Mixin Output output, @Parameters(paramLabel = "KEY") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).enable(id))));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, header = "Deletes a key, for ever.")
    int delete(@Mixin Output output, @Parameters(paramLabel = "KEY") String id) throws IOException {
        return admin.inOffice(
                office -> output.one(Row.of(office.walk(RunKeys.class).delete(id))));
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            header = "Gives a key another secret, and prints it once.")
    int rotate(
            @Mixin Output output,
            @Parameters(paramLabel = "KEY") String id,
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "0s",
                            converter = TimeConverter.class,
                            description = "How long the old secret still works: 30m, up to 24h. Default: not at all.")
                    Duration overlap)
            throws IOException {
        return admin.inOffice(
                office -> withSecret(output, office.walk(RunKeys.class).rotate(id, overlap)));
    }

    private static int withSecret(Output output, IssuedKey issued) {
        var row = Row.of(issued.key());
        row.put("secret", issued.secret().value());
        output.remark("the secret is shown only now.");
        return output.one(row);
    }
}
