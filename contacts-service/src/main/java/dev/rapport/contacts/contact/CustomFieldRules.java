package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The custom fields that a workspace has, as contacts need to know them. */
public interface CustomFieldRules {

    /** The values in their normal form; 400 naming every field that the workspace does not have or that does not fit its type. */
    Map<String, JsonNode> checked(Map<String, JsonNode> values);
}
