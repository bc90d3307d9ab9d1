package org.baoxiu.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads no more of a body than a signature needs, whatever its headers say. */
@ControllerAdvice(assignableTypes = RepairsApi.class)
class BodyLimit extends RequestBodyAdviceAdapter {

    static final int MEGABYTES = 2;
    private static final int BYTES = MEGABYTES * 1024 * 1024;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = input.getBody().readNBytes(BYTES + 1);
        if (body.length > BYTES) {
            throw Problem.TOO_LARGE.refused("请求体不能超过 " + MEGABYTES + " MB。");
        }
        return new Body(input.getHeaders(), body);
    }

    private record Body(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
