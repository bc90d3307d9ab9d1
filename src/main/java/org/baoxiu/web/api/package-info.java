/**
 * The interface by which the property company's own app reports and follows requests. Its description is {@code
 * static/api/v1/openapi.yaml}.
 */
@NullMarked
package org.baoxiu.web.api;

import org.jspecify.annotations.NullMarked;
