package dev.parley.adapters.webhooks;

import dev.parley.domain.account.IpRange;
import java.net.InetAddress;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Says which addresses may be reached: public ones on the usual ports, and what the operator has opened. */
final class AddressGuard {

    private final List<IpRange> allowed;
    private final SortedSet<Integer> ports;
    private final boolean plain;

    private AddressGuard(List<IpRange> allowed, SortedSet<Integer> ports, boolean plain) {
        this.allowed = allowed;
        this.ports = ports;
        this.plain = plain;
    }

    /** What is sent there is nobody else's to read: https only. */
    static AddressGuard of(WebhookSettings settings) {
        return new AddressGuard(settings.allowed(), settings.ports(), false);
    }

    /** What lies there is the caller's own to show: http too. */
    static AddressGuard of(FetchSettings settings) {
        return new AddressGuard(settings.allowed(), settings.ports(), true);
    }

    /** Before anybody asks for addresses: whether any could do. */
    void check(Target target) throws ForbiddenTargetException {
        if (!isOpen(target) && allowed.isEmpty()) {
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
        return PublicAddresses.anyOf(allowed, address) || (isOpen(target) && PublicAddresses.contain(address));
    }

    private boolean isOpen(Target target) {
        return (plain || target.secure()) && ports.contains(target.port());
    }

    /** Says nothing of what a name leads to: callers could map a network with it. */
    private ForbiddenTargetException refusal(Target target) {
        if (!plain && !target.secure()) {
            return new ForbiddenTargetException("must be an https URL.");
        }
        if (!isOpen(target)) {
            var open = ports.stream().map(String::valueOf).collect(Collectors.joining(" or "));
            return new ForbiddenTargetException("must be a URL with port " + open + ".");
        }
        return new ForbiddenTargetException("must be a URL that leads to a public address.");
    }
}
