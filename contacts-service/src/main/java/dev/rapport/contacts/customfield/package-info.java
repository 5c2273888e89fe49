/**
 * Custom fields: what a workspace keeps of its contacts beyond what everybody keeps, each with a type.
 * In: definitions as members state them, or as imports need them; values with contacts.
 * Out: values in their normal form, or the reason why they are none.
 */
package dev.rapport.contacts.customfield;
