package org.baoxiu.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.transaction.support.SimpleTransactionScope;

/** A component of which every transaction has one of its own, from its first use to its end. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Scope(scopeName = PerTransaction.SCOPE, proxyMode = ScopedProxyMode.TARGET_CLASS)
public @interface PerTransaction {

    String SCOPE = "transaction";

    @Configuration(proxyBeanMethods = false)
    class Scopes {

        @Bean
        static CustomScopeConfigurer transactionScope() {
            CustomScopeConfigurer scopes = new CustomScopeConfigurer();
            scopes.addScope(SCOPE, new SimpleTransactionScope());
            return scopes;
        }
    }
}
