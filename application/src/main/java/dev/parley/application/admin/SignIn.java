package dev.parley.application.admin;

import dev.parley.domain.account.Admin;
import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import dev.parley.ports.store.Admins;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/** Tells whether somebody is the admin they say they are. */
public final class SignIn {

    private static final int NAME_LENGTH_MAX = 100;

    private final Admins admins;
    private final PasswordHashes hashes;
    private final SignInThrottle throttle;

    public SignIn(Admins admins, PasswordHashes hashes, SignInThrottle throttle) {
        this.admins = admins;
        this.hashes = hashes;
        this.throttle = throttle;
    }

    /**
     * The admin of this name and password.
     *
     * @param from where the attempt comes from
     * @throws Refused if there is none, with the same words and after the same time for whatever is wrong; or if there were
     *     too many attempts
     */
    public Admin signIn(String name, String password, InetAddress from) {
        if (name.length() > NAME_LENGTH_MAX) {
            throw Refused.invalid("name", "must be at most " + NAME_LENGTH_MAX + " characters.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid("name", "must not hold control characters.");
        }
        var typed = Password.typed("password", password);
        throttle.count(name, from);
        var known = admins.find(name);
        boolean right =
                known.isPresent() ? hashes.match(typed, known.get().passwordHash()) : hashes.matchNothing(typed);
        return known.filter(_ -> right)
                .orElseThrow(() -> new Refused(new Refusal.Unauthenticated("The name or the password is wrong.")));
    }

    /**
     * The admin that a token was given to.
     *
     * @param passwordSince when the password was set that the admin signed in with
     * @return empty if there is no such admin any more, or the password has been changed since
     */
    public Optional<Admin> holder(String name, Instant passwordSince) {
        return name.length() > NAME_LENGTH_MAX
                ? Optional.empty()
                : admins.find(name).filter(admin -> admin.passwordSince().equals(passwordSince));
    }
}
