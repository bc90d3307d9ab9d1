package org.baoxiu.web.tasks;

import java.util.Map;
import java.util.Objects;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.tasklist.TaskSteps;
import org.baoxiu.tasklist.TaskSteps.Refusal;
import org.baoxiu.web.security.Staff;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * A task is taken and its form completed from a phone, which sends until it has an answer: the same submission counts once, and every later
 * one gets the answer of the first. One that was refused has not been taken. Tasklist's own interface tells its token once in a session, and
 * so to one of several pages only; here it is that of the page.
 */
@Controller
class TaskStepsPage {

    /** Who has filled it in: somebody else may have logged in on the same phone since. */
    static final String PERSON = "Baoxiu-Person";

    private static final String FORM = "task";

    private final TaskSteps tasks;
    private final SubmittedForms forms;
    private final Staff staff;

    TaskStepsPage(TaskSteps tasks, SubmittedForms forms, Staff staff) {
        this.tasks = tasks;
        this.forms = forms;
        this.staff = staff;
    }

    @PostMapping("/tasks/{task}/claim")
    ResponseEntity<Map<String, String>> claim(@PathVariable String task, @RequestHeader(PERSON) String person) {
        return step(person, () -> tasks.claim(task));
    }

    @PostMapping("/tasks/{task}/forms/{submission}")
    ResponseEntity<Map<String, String>> complete(
            @PathVariable String task,
            @PathVariable String submission,
            @RequestHeader(PERSON) String person,
            @RequestBody String form) {
        return step(person, () -> forms.once(submission, FORM, () -> tasks.submit(task, form)));
    }

    private ResponseEntity<Map<String, String>> step(String person, Runnable step) {
        if (!isFrom(person, staff)) {
            return anotherLogin();
        }
        try {
            step.run();
            return ResponseEntity.noContent().build();
        } catch (RuntimeException e) {
            Refusal refusal = tasks.refusal(e);
            return ResponseEntity.status(refusal.status())
                    .body(Map.of("message", Objects.requireNonNullElse(refusal.message(), "")));
        }
    }

    static boolean isFrom(String person, Staff staff) {
        return staff.person().filter(person::equals).isPresent();
    }

    /** As if nobody was logged in: what waits on the phone goes on waiting for the one who has filled it in. */
    static ResponseEntity<Map<String, String>> anotherLogin() {
        return ResponseEntity.status(401).body(Map.of());
    }
}
