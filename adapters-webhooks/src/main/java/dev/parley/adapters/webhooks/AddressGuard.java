package dev.parley.adapters.webhooks;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Says which addresses may be reached: public ones by https on the usual ports, and what the operator has opened. */
final class AddressGuard {

    private final WebhookSettings settings;

    AddressGuard(WebhookSettings settings) {
        this.settings = settings;
    }

    /** Before anybody asks for addresses: whether any could do. */
    void check(Target target) throws ForbiddenTargetException {
        if (!isOpen(target) && settings.allowed().isEmpty()) {
            throw refusal(target);
        }
    }

    /** Those that may be dialled; never none. */
    List<InetAddress> admitted(Target target, List<InetAddress> addresses) throws ForbiddenTargetException {
        var admitted =
                addresses.stream().filter(address -> admits(target, address)).toList();
        if (admitted.isEmpty()) {
            throw refusal(target);
        }
        return admitted;
    }

    private boolean admits(Target target, InetAddress address) {
        return PublicAddresses.anyOf(settings.allowed(), address)
                || (isOpen(target) && PublicAddresses.contain(address));
    }

    private boolean isOpen(Target target) {
        return target.secure() && settings.ports().contains(target.port());
    }

    /** Says nothing of what a name leads to: callers could map a network with it. */
    private ForbiddenTargetException refusal(Target target) {
        if (!target.secure()) {
            return new ForbiddenTargetException("must be an https URL.");
        }
        if (!isOpen(target)) {
            var ports = settings.ports().stream().map(String::valueOf).collect(Collectors.joining(" or "));
            return new ForbiddenTargetException("must be a URL with port " + ports + ".");
        }
        return new ForbiddenTargetException("must be a URL that leads to a public address.");
    }
}
