package dev.rapport.engagement.importing;

import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.interaction.Recorded;
import java.util.List;

/** Where the interactions of an import land. */
interface Landing {

    /** What becomes of each, in their order. */
    List<Recorded> record(List<Interaction> interactions);
}
