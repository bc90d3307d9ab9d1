package org.baoxiu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets and scripts that a phone fetches once: their address changes with their content. What is large has a version of
 * its own; the rest shares one in its path, so that a script may import its neighbours, among them those that put Tasklist's
 * forms into Chinese and those of Cockpit that walk through a case.
 */
@Configuration(proxyBeanMethods = false)
class PageAssets implements WebMvcConfigurer {

    private static final String[] FOLDERS = {
        "classpath:/static/assets/",
        "classpath:/META-INF/resources/webjars/camunda/app/tasklist/scripts/",
        "classpath:/META-INF/resources/webjars/camunda/app/cockpit/scripts/replay/"
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FOLDERS)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver()
                        .addContentVersionStrategy("/form-viewer/**")
                        .addFixedVersionStrategy(version(), "/**"));
    }

    /** The worker of the phones stands in for pages that are not below its own address. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader("Service-Worker-Allowed", request.getContextPath() + "/tasks");
                        return true;
                    }
                })
                .addPathPatterns("/assets/*/worker.js");
    }

    /** Puts the versions into the addresses that templates write. */
    @Bean
    ResourceUrlEncodingFilter versionsInAddresses() {
        return new ResourceUrlEncodingFilter();
    }

    private static String version() {
        StringBuilder all = new StringBuilder();
        try {
            for (String folder : FOLDERS) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(folder + "*.*")) {
                    all.append(DigestUtils.md5DigestAsHex(file.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DigestUtils.md5DigestAsHex(all.toString().getBytes());
    }
}
