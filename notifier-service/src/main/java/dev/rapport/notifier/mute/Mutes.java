package dev.rapport.notifier.mute;

/**
 * Muted contacts and kinds, in SQL. A mute holds as long as its row is there: the clock removes it when its time is over, and
 * then plans anew.
 */
public final class Mutes {

    private Mutes() {}

    /** Whether a member has muted one of the contacts that are one, which are an array of ids. All are SQL expressions. */
    public static String anyOf(String workspace, String member, String contacts) {
        return "exists (select from mute mu where mu.workspace_id = " + workspace + " and mu.member = " + member
                + " and mu.contact_id = any (" + contacts + "))";
    }

    /** Whether a member has muted a contact, which stands for itself, or one that is merged into it. All are SQL expressions. */
    public static String of(String workspace, String member, String contact) {
        return "exists (select from contact mc join mute mu on mu.workspace_id = mc.workspace_id"
                + " and mu.contact_id = mc.contact_id and mu.member = " + member + " where mc.workspace_id = "
                + workspace
                + " and (mc.contact_id = " + contact + " or mc.survivor_id = " + contact + "))";
    }

    /** The kinds that a member has muted, as an array of text. */
    public static String kinds(String workspace, String member) {
        return "array(select mu.kind from mute mu where mu.workspace_id = " + workspace + " and mu.member = " + member
                + " and mu.kind is not null)";
    }
}
