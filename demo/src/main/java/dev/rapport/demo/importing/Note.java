package dev.rapport.demo.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.demo.importing.ImportNetwork.Receipt;
import dev.rapport.demo.rest.Json;
import dev.rapport.demo.rest.RapportApi;
import dev.rapport.demo.rest.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The last import, noted beside the data so that the next start need not repeat it.
 *
 * @param digest of the input
 * @param anchor the instant at which the input was made to end; an interrupted import goes on with the same
 * @param receipt null while the import is under way
 */
public record Note(String digest, Instant anchor, Receipt receipt) {

    private static final String FILE = "demo.json";
    private static final ObjectMapper JSON = Json.mapper();

    /** The note in this folder, if there is a readable one. */
    public static Optional<Note> in(Path home) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(home.resolve(FILE)), Note.class))
                    .filter(note -> note.digest() != null && note.anchor() != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes it whole or not at all. */
    public void writeTo(Path home) {
        try {
            Files.createDirectories(home);
            Path half = home.resolve(FILE + ".new");
            Files.write(half, JSON.writeValueAsBytes(this));
            Files.move(half, home.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the services still hold what the receipt names. */
    public boolean holds(RapportApi api) {
        return receipt != null
                && there(api, Service.CONTACTS, "/v1/contacts/", receipt.contact())
                && there(api, Service.ENGAGEMENT, "/v1/interactions/", receipt.oldest())
                && there(api, Service.ENGAGEMENT, "/v1/interactions/", receipt.newest());
    }

    private static boolean there(RapportApi api, Service service, String path, String id) {
        return id != null && api.get(service, path + id).status() == 200;
    }
}
