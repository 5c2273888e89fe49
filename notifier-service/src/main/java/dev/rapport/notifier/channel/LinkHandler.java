package dev.rapport.notifier.channel;

/** Carries out the signed links of one action, as the link's member. */
public interface LinkHandler {

    /** The action that this carries out. */
    LinkAction action();

    /** What the link's button says and does; changes nothing. */
    LinkPage offer(Link link, LinkWords words);

    /** Does it; done twice it answers the same. Refuses with an {@link dev.rapport.api.problem.ApiException}. */
    LinkPage act(Link link, LinkWords words);
}
