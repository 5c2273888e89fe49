package dev.rapport.notifier.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Finds the addresses of a host. */
interface HostResolver {

    /** All addresses of a name, or the one that the text is; fails when there is none. */
    CompletionStage<List<InetAddress>> resolve(String host);
}
