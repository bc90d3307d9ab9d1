package org.baoxiu.monthend;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * H2 2.3.232 may answer a part of a query with the result that it had for other parameters, such as another month. No query of ours
 * gives it the occasion; that it does not, whoever writes the address of the database, is made sure of here.
 */
@Configuration(proxyBeanMethods = false)
class H2Results {

    private static final String SETTING = "OPTIMIZE_REUSE_RESULTS";

    @Bean
    static BeanPostProcessor resultsOfH2AreNotReused() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
                    pool.setJdbcUrl(withoutReuse(pool.getJdbcUrl()));
                }
                return bean;
            }
        };
    }

    static String withoutReuse(String url) {
        return !url.startsWith("jdbc:h2:")
                ? url
                : url.replaceAll("(?i);" + SETTING + "=[^;]*", "") + ";" + SETTING + "=0";
    }
}
