package dev.rapport.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/**
 * A file that has arrived whole. Two uploads of one file with the same settings are the same request: the id does not count.
 *
 * @param sha256 of the file, in hexadecimal
 */
public record Upload(@JsonIgnore UUID id, @JsonIgnore long size, String sha256, Object settings) {}
