package dev.rapport.notifier.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this service is reached from outside: in mails, feeds and links. */
@ApplicationScoped
public class PublicUrl {

    private final String base;

    @Inject
    PublicUrl(@ConfigProperty(name = "rapport.public-url", defaultValue = "http://localhost:8083") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }
}
