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

/** A cadence without a {@link CadenceFault}. */
@Documented
@Constraint(validatedBy = SoundCadence.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface SoundCadence {
    String message() default "is no usable cadence";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports the fault at the cadence's field. */
    class Check implements ConstraintValidator<SoundCadence, OwnCadence> {
        @Override
        public boolean isValid(OwnCadence cadence, ConstraintValidatorContext context) {
            var fault = cadence == null ? null : CadenceFault.of(cadence).orElse(null);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault.message())
                    .addPropertyNode(fault.field())
                    .addConstraintViolation();
            return false;
        }
    }
}
