package dev.rapport.notifier.egress;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which hosts, addresses and ports may be connected to: what is public, and what the operator allows beyond that. */
final class AddressGuard {

    /** The special-purpose registries of IANA, and the forms of IPv6 in which an IPv4 address can hide. */
    private static final List<AddressRange> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "::ffff:0:0/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::of)
            .toList();

    /** Ports on which something else than the web usually listens. */
    private static final Set<Integer> OTHER_SERVICES = Set.of(
            7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 53, 69, 79, 110, 111, 119, 123, 135, 137, 139, 143, 161,
            389, 445, 465, 512, 513, 514, 515, 587, 636, 873, 993, 995, 1433, 1521, 2049, 2181, 2375, 2376, 2379, 2380,
            3306, 3389, 4369, 5432, 5672, 5900, 6000, 6379, 6443, 6667, 9042, 9092, 9200, 9300, 10250, 11211, 27017);

    private final List<AddressRange> allowedRanges = new ArrayList<>();
    private final Set<String> allowedNames = new HashSet<>();

    /** @param allowed names of hosts, addresses and ranges of them that are fine whatever the rules say */
    AddressGuard(List<String> allowed) {
        for (var entry : allowed) {
            var text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.contains("/") || NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text)) {
                allowedRanges.add(AddressRange.of(text));
            } else if (!text.isEmpty()) {
                allowedNames.add(text);
            }
        }
    }

    /** Whether one may connect to this address of that host. */
    boolean permits(String host, InetAddress address, int port) {
        if (allowedNames.contains(host) || allowedRanges.stream().anyMatch(it -> it.contains(address))) {
            return true;
        }
        return !OTHER_SERVICES.contains(port) && REFUSED.stream().noneMatch(it -> it.contains(address));
    }
}
