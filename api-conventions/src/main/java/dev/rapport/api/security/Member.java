package dev.rapport.api.security;

/**
 * Somebody who uses a workspace.
 *
 * @param workspace the tenant
 * @param id of the member, unique in the workspace
 */
public record Member(String workspace, String id) {}
