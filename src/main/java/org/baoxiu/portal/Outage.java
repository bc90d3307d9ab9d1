package org.baoxiu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The database is away: whoever asks meanwhile hears so in Chinese, within the few seconds that the pool waits for a connection
 * ({@code spring.datasource.hikari.connection-timeout}).
 */
@Configuration(proxyBeanMethods = false)
public class Outage {

  public static final String MESSAGE = "系统暂时用不了，本次操作没有保存。请过一会儿再试；急事请先打电话。";
  /** When to ask again, in seconds. */
  public static final String RETRY_AFTER = "10";

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  /** Of SQL states: connection exception, operator intervention (PostgreSQL: is shut down, cannot connect now). */
  private static final String STATES = "08...|57P0[123]";
  /** Of H2: no such connection, database is closing, already closed, connection broken. */
  private static final String STATES_OF_H2 = "90067|90098|90121|90020";

  /** Of the pool, about a connection that broke earlier in the same request. */
  private static final String CLOSED = "Connection is closed";

  /** Whether an error has no other cause than that nobody can reach the database. */
  public static boolean is(Throwable error) {
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < 50; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql && noConnection(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean noConnection(SQLException error) {
    return error instanceof SQLTransientConnectionException || CLOSED.equals(error.getMessage())
        || error.getSQLState() != null && error.getSQLState().matches(STATES + "|" + STATES_OF_H2);
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> outageFilter() {
    FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
    registration.setName("outage");
    registration.addUrlPatterns("/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  private static final class Filter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      try {
        chain.doFilter(request, response);
      } catch (ServletException | RuntimeException e) {
        if (!is(e) || response.isCommitted()) {
          throw e;
        }
        LOG.error("No connection to the database: {}", e.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, MESSAGE);
      }
    }
  }
}
