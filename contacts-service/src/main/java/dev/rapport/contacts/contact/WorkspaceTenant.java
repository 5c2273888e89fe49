package dev.rapport.contacts.contact;

import dev.rapport.api.security.CurrentMember;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Tells Hibernate the tenant of every session: the workspace of the token, or one that owns nothing. */
@PersistenceUnitExtension
@RequestScoped
class WorkspaceTenant implements TenantResolver {

    private static final String NOBODY = "";

    @Inject
    CurrentMember member;

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return member.workspace();
    }
}
