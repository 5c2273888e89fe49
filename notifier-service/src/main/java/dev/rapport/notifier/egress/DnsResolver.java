package dev.rapport.notifier.egress;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks DNS, and the hosts file before it, without holding a thread: a silent name server delays nobody else. */
@ApplicationScoped
class DnsResolver implements HostResolver {

    private static final long LONGEST_QUERY_MILLIS = 3_000;
    private static final int LONGEST_CACHED_SECONDS = 30;

    private final NioEventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("dns", true));
    private final DnsNameResolver names = new DnsNameResolverBuilder(thread.next())
            .channelType(NioDatagramChannel.class)
            .queryTimeoutMillis(LONGEST_QUERY_MILLIS)
            .ttl(0, LONGEST_CACHED_SECONDS)
            .negativeTtl(0)
            .build();

    @Override
    public CompletionStage<List<InetAddress>> resolve(String host) {
        var found = new CompletableFuture<List<InetAddress>>();
        names.resolveAll(host).addListener(done -> {
            if (done.isSuccess()) {
                @SuppressWarnings("unchecked")
                var addresses = (List<InetAddress>) done.getNow();
                found.complete(addresses);
            } else {
                found.completeExceptionally(done.cause());
            }
        });
        return found;
    }

    @PreDestroy
    void close() {
        names.close();
        thread.shutdownGracefully();
    }
}
