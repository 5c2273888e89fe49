package dev.rapport.notifier.batch;

/** One member of one workspace. */
public record MemberKey(String workspace, String member) {}
