/**
 * What a workspace means by a strong tie, in versions of which one is active.
 * In: requests for another profile; the days on which members are active, from which an adaptive one chooses.
 * Out: the profile in use, for whoever folds, ranks or explains; versions to be built, told of and swept up.
 */
package dev.rapport.engagement.profile;
