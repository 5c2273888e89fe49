package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.CircleTerms;
import dev.rapport.contacts.contact.Photo;
import dev.rapport.contacts.customfield.FieldType;
import dev.rapport.contacts.format.ImportedPhoto;
import dev.rapport.contacts.photo.Photos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Circles, custom fields and photos that come into being with the contacts of a file. */
@ApplicationScoped
class RealSurroundings implements Surroundings {

    private final CirclesByName circlesByName;
    private final CircleTerms.Book book;
    private final CustomFieldTypes customFieldTypes;
    private final Photos photos;
    private final Apart apart;

    @Inject
    RealSurroundings(
            CirclesByName circlesByName,
            CircleTerms.Book book,
            CustomFieldTypes customFieldTypes,
            Photos photos,
            Apart apart) {
        this.circlesByName = circlesByName;
        this.book = book;
        this.customFieldTypes = customFieldTypes;
        this.photos = photos;
        this.apart = apart;
    }

    @Override
    public Map<String, UUID> circles(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var missing = new HashSet<>(names);
        missing.removeAll(circlesByName.find(names).keySet());
        apart.make(missing, circlesByName::ensure);
        return circlesByName.find(names);
    }

    @Override
    public Set<UUID> existing(Collection<UUID> circles) {
        return circles.isEmpty() ? Set.of() : book.held(circles).keySet();
    }

    @Override
    public Set<String> customFields(Map<String, String> types) {
        var missing = new HashSet<>(types.keySet());
        if (!missing.isEmpty()) {
            missing.removeAll(customFieldTypes.known());
            apart.make(missing, keys -> customFieldTypes.ensure(types(keys, types)));
        }
        return Set.of();
    }

    @Override
    public Photo photo(ImportedPhoto photo) {
        return photos.keep(photo.bytes(), photo.mediaType());
    }

    /** The choices of a choice are unknown, so that it is text. */
    private static Map<String, FieldType> types(Collection<String> keys, Map<String, String> types) {
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> {
            var type = FieldType.of(types.get(key));
            return type == FieldType.CHOICE ? FieldType.TEXT : type;
        }));
    }
}
