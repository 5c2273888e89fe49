/**
 * Who brought whom.
 * In: contacts and who introduced them; interactions of the kinds introduction and referral; ties.
 * Out: the totals of everybody who introduced somebody; the tree of those that one contact brought.
 */
package dev.rapport.engagement.referral;
