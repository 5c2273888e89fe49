package dev.rapport.contacts.contact;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A contact that can be told from others: it has a name, an organization or an address. */
@Documented
@Constraint(validatedBy = Recognisable.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Recognisable {
    String message() default "a contact needs a name, an organization, an email, a phone or a handle";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the fault at {@code displayName}. */
    class Check implements ConstraintValidator<Recognisable, ContactDetails> {
        @Override
        public boolean isValid(ContactDetails contact, ConstraintValidatorContext context) {
            if (contact == null || DisplayName.of(contact).isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("displayName")
                    .addConstraintViolation();
            return false;
        }
    }
}
