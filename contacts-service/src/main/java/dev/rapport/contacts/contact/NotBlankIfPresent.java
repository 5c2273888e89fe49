package dev.rapport.contacts.contact;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that says something: absent, or at least one character that is not white space. */
@Documented
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL)
@ReportAsSingleViolation
@interface NotBlankIfPresent {
    String message() default "must not be blank; leave it out, or clear it with null";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
