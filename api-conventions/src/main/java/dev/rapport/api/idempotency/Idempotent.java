package dev.rapport.api.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a POST honour {@code Idempotency-Key}: the same key and request replay the first answer, the same key with another
 * request is refused with 422, a first request that still runs with 409. Without the header the method just runs.
 *
 * <p>The method returns a {@link jakarta.ws.rs.core.Response}. With a key it runs in a transaction that also keeps the key;
 * an exception rolls both back, so that the request may be sent again.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
