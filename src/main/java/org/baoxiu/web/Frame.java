package org.baoxiu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.baoxiu.operation.Remedies;
import org.baoxiu.shared.Names;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around each {@link StaffPage} needs to know. */
@ControllerAdvice(annotations = StaffPage.class)
class Frame {

    private final Navigation navigation;
    private final Names names;
    private final Remedies operation;

    Frame(Navigation navigation, Names names, Remedies operation) {
        this.navigation = navigation;
        this.names = names;
        this.operation = operation;
    }

    /** Whoever works in a copy by mistake reads so on each page. */
    @ModelAttribute("copy")
    boolean copy() {
        return operation.restoredCopy();
    }

    @ModelAttribute("places")
    List<Navigation.Place> places(HttpServletRequest request) {
        return navigation.of(request);
    }

    /** The name of whoever is logged in, as colleagues know it. */
    @ModelAttribute("me")
    String me(HttpServletRequest request) {
        return names.of(request.getRemoteUser());
    }
}
