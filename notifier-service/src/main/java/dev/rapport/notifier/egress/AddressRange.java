package dev.rapport.notifier.egress;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses, as {@code 10.0.0.0/8} names one; a bare address is a range of one.
 *
 * @param network its first address
 * @param bits how many leading bits its addresses share
 */
record AddressRange(InetAddress network, int bits) {

    static AddressRange of(String text) {
        var parts = text.split("/", 2);
        var bytes = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (bytes == null) {
            throw new IllegalArgumentException(text + " is no range of addresses such as 10.0.0.0/8");
        }
        int bits = parts.length == 1 ? bytes.length * 8 : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > bytes.length * 8) {
            throw new IllegalArgumentException(text + " has more bits than its addresses");
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean contains(InetAddress address) {
        var one = network.getAddress();
        var other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
