package dev.parley.server.cli.admin;

import dev.parley.application.admin.ChangePassword;
import dev.parley.application.admin.OpenFirstAdmin;
import dev.parley.application.admin.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A new password for an admin, whoever has forgotten the old one. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        header = "Gives an admin a new password. Tokens of before are void.")
final class PasswordCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private AdminCommand admin;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private Output output;

    @Parameters(
            paramLabel = "NAME",
            defaultValue = OpenFirstAdmin.NAME,
            description = "The admin. Default: ${DEFAULT-VALUE}.")
    private String name = OpenFirstAdmin.NAME;

    @Option(
            names = "--stdin",
            description = "Read it from standard input, one line. Otherwise a random one is printed.")
    private boolean stdin;

    @Override
    public Integer call() throws IOException {
        var password = stdin ? typed() : Password.random(new SecureRandom());
        return admin.inOffice(office -> {
            if (name.equals(OpenFirstAdmin.NAME)) {
                // Does nothing but where a server has never made its first admin.
                var _ = office.walk(OpenFirstAdmin.class).open(password);
            }
            office.walk(ChangePassword.class).set(name, password);
            var row = Row.row("name", name);
            if (!stdin) {
                row.put("password", password.value());
                output.remark("the password is shown only now.");
            }
            return output.one(row);
        });
    }

    private Password typed() throws IOException {
        var line = new BufferedReader(new InputStreamReader(admin.in(), StandardCharsets.UTF_8)).readLine();
        return Password.chosen("password", line == null ? "" : line);
    }
}
