package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.format.ImportedPhoto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Circles, custom fields and photos as they would be after an import: nothing is written. */
@ApplicationScoped
class ThoughtSurroundings implements Surroundings {

    private final RealSurroundings real;
    private final CirclesByName circlesByName;
    private final CustomFieldTypes customFieldTypes;

    @Inject
    ThoughtSurroundings(RealSurroundings real, CirclesByName circlesByName, CustomFieldTypes customFieldTypes) {
        this.real = real;
        this.circlesByName = circlesByName;
        this.customFieldTypes = customFieldTypes;
    }

    /** A circle that does not exist has an id that follows from its name, the same in every batch. */
    @Override
    public Map<String, UUID> circles(Collection<String> names) {
        var ids = new HashMap<String, UUID>();
        names.forEach(name -> ids.put(
                name, UUID.nameUUIDFromBytes(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))));
        if (!names.isEmpty()) {
            ids.putAll(circlesByName.find(names));
        }
        return ids;
    }

    @Override
    public Set<UUID> existing(Collection<UUID> circles) {
        return real.existing(circles);
    }

    @Override
    public Set<String> customFields(Map<String, String> types) {
        var missing = new HashSet<>(types.keySet());
        if (!missing.isEmpty()) {
            missing.removeAll(customFieldTypes.known());
        }
        return missing;
    }

    @Override
    public Photo photo(ImportedPhoto photo) {
        return new Photo(photo.mediaType(), photo.bytes().length, Hashes.hex(photo.bytes()));
    }
}
