package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.baoxiu.people.OfficeRights;
import org.baoxiu.people.SlipAccess;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A slip names people, their telephones and flats: whatever lies below {@code /slips/{number}}, and every other page that an address
 * leads to by the number of a slip, is for those to whom {@link SlipAccess} opens it.
 */
@Component
public class SlipReaders implements HandlerInterceptor, WebMvcConfigurer {

    public static final String ALL_SLIPS = OfficeRights.ALL_SLIPS;
    static final String NOT_YOURS = "这张维修单不由您办理，您不能查看或打印。如确需查看，请联系主管。";

    private final SlipAccess access;
    private final Slips slips;
    private final Staff staff;

    SlipReaders(SlipAccess access, Slips slips, Staff staff) {
        this.access = access;
        this.slips = slips;
        this.staff = staff;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/slips/*/**", "/links/**", "/statements/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Map<?, ?> parts = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object named = parts == null ? null : parts.get("number");
        Object number = parts == null || named != null ? named : parts.get("slipNumber");
        if (number == null || isOpenTo(request.getRemoteUser(), (String) number)) {
            return true;
        }
        Refusals.say(response, HttpServletResponse.SC_FORBIDDEN, NOT_YOURS);
        return false;
    }

    /** Whether whoever sent the present request may read the slip. */
    public boolean mayRead(String number) {
        return staff.person().filter(person -> access.isOpenTo(person, number)).isPresent();
    }

    /** Whether whoever sent the present request may call the owner: once a slip has ended, only those who need every slip. */
    public boolean seeTelephones(String number) {
        return staff.mayOpen(ALL_SLIPS) || !slips.get(number).state().ended();
    }

    /** See {@link SlipAccess#isOpenTo}. */
    public boolean isOpenTo(String person, String number) {
        return access.isOpenTo(person, number);
    }

    /** See {@link SlipAccess#isOfTheirOffice}. */
    public boolean isOfTheirOffice(String person, String number) {
        return access.isOfTheirOffice(person, number);
    }
}
