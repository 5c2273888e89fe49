package dev.rapport.notifier.egress;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Finds where a URL leads, once, and refuses it when any of the addresses is one that nobody may connect to. */
@ApplicationScoped
public class CheckedAddresses {

    private static final Logger LOG = Logger.getLogger(CheckedAddresses.class);
    private static final String NOT_PUBLIC = "must lead to a public address and a port of the web";
    private static final int PATIENCE_SECONDS = 5;

    private final HostResolver names;
    private final AddressGuard guard;
    private final List<String> allowed;

    @Inject
    CheckedAddresses(
            HostResolver names,
            @ConfigProperty(name = "rapport.webhooks.allowed-hosts") Optional<List<String>> allowed) {
        this(names, allowed.orElse(List.of()));
    }

    CheckedAddresses(HostResolver names, List<String> allowed) {
        this.names = names;
        this.allowed = allowed;
        this.guard = new AddressGuard(allowed);
    }

    void warn(@Observes StartupEvent started) {
        if (!allowed.isEmpty()) {
            LOG.warnf(
                    "rapport.webhooks.allowed-hosts=%s lets webhooks reach hosts that are not public: for local use only",
                    allowed);
        }
    }

    /**
     * Throws {@link RefusedUrl} for a URL that can be told to lead nowhere public. One whose host is unknown for now passes:
     * each attempt looks again.
     */
    public void check(String url) {
        var target = Target.of(url);
        try {
            of(target).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedUrl refused) {
                throw refused;
            }
            LOG.debugf("webhook host=unknown fault=%s", e.getCause().getClass().getSimpleName());
        } catch (TimeoutException e) {
            LOG.debug("webhook host=unknown fault=timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The addresses of a target, each checked; fails with {@link RefusedUrl} when one of them is not permitted. */
    CompletionStage<List<InetAddress>> of(Target target) {
        return names.resolve(target.host()).thenApply(addresses -> {
            if (!addresses.stream().allMatch(it -> guard.permits(target.host(), it, target.port()))) {
                throw new CompletionException(new RefusedUrl(NOT_PUBLIC));
            }
            return addresses;
        });
    }
}
