package dev.rapport.contacts.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a contact's photo; its bytes have a URL of their own.
 *
 * @param mediaType {@code image/jpeg}, {@code image/png}, {@code image/gif} or {@code image/webp}
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal
 */
@Schema(description = "The contact's photo: get it at /v1/contacts/{id}/photo")
public record Photo(@Schema(examples = "image/jpeg") String mediaType, int size, String sha256) {}
