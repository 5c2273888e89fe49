package dev.rapport.notifier.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that mail goes to. */
@ConfigMapping(prefix = "rapport.email")
interface EmailConfig {

    /** Domains of the operator's own, whose addresses need no verification. */
    Optional<Set<String>> trustedDomains();

    /** How long the link of a verification mail works. */
    @WithDefault("PT48H")
    Duration verificationValidity();

    /** The shortest time between two verification mails to one address. */
    @WithDefault("PT1M")
    Duration verificationInterval();

    /** The most verification mails to one address in a day. */
    @WithDefault("5")
    int verificationsADay();

    /** How many mails in a row an address may turn away before it is paused. */
    @WithDefault("8")
    int pauseAfter();

    /** How often one mail is tried while an address is paused. */
    @WithDefault("15m")
    Duration probe();

    /** How much of what waited is sent mail by mail; more than that is summed up in one. */
    @WithDefault("10")
    int singly();

    /** Whether an address is of a trusted domain. */
    default boolean trusts(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return trustedDomains().map(domains -> domains.contains(domain)).orElse(false);
    }
}
