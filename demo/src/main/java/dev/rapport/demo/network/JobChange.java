package dev.rapport.demo.network;

/** A contact's new position; {@code email} names the contact. */
public record JobChange(String email, String organization, String title) {}
