/**
 * The interface by which the property company's own app reports and follows requests. Its description is {@code
 * static/api/v1/openapi.yaml}.
 */
package org.baoxiu.web.api;
