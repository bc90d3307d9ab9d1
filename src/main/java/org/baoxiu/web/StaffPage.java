package org.baoxiu.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;

/**
 * A controller whose pages stand in the frame of the staff ({@code templates/frame.html}). With a title it also stands in the
 * navigation of whoever may open it, which is whoever has the right to the application that its path begins with.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface StaffPage {

    @AliasFor(annotation = Controller.class, attribute = "value")
    String bean() default "";

    /** In Chinese, as the navigation shows it; none for a page that is reached from others only. */
    String title() default "";

    /** Begins with a slash. */
    String path() default "";

    /** From the left: what is opened most comes first. */
    int place() default Integer.MAX_VALUE;
}
