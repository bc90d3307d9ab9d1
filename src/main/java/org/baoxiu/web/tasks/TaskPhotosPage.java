package org.baoxiu.web.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.tasklist.PersonalTasks;
import org.baoxiu.tasklist.PersonalTasks.Holder;
import org.baoxiu.tasklist.PersonalTasks.PersonalTask;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The photos of the slip that a task is about: to be seen by whoever may see the task, to be taken before and after the work by
 * whoever has it, and signed by the owner at the acceptance (4.3.4.8, Q5).
 */
@Controller
@RequestMapping("/tasks/{task}/photos")
class TaskPhotosPage {

    private static final String FORM = "photo";
    private static final Set<PhotoKind> TAKEN_AT_WORK = Set.of(PhotoKind.BEFORE, PhotoKind.AFTER, PhotoKind.SIGNATURE);

    private final PersonalTasks tasks;
    private final Photos photos;
    private final SubmittedForms forms;
    private final Staff staff;

    TaskPhotosPage(PersonalTasks tasks, Photos photos, SubmittedForms forms, Staff staff) {
        this.tasks = tasks;
        this.photos = photos;
        this.forms = forms;
        this.staff = staff;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String task, @PathVariable long id, @RequestParam(defaultValue = "FULL") Photos.Size size) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(photos.image(slipOf(task, Set.of(Holder.MYSELF, Holder.NOBODY)), id, size)
                        .orElseThrow(TaskPhotosPage::notFound));
    }

    /** @param submission of a phone that sends the same photo until it has an answer: it is added once */
    @PostMapping
    ResponseEntity<Map<String, String>> add(
            @PathVariable String task,
            @RequestParam PhotoKind kind,
            @RequestParam MultipartFile photo,
            @RequestParam String submission,
            @RequestHeader(TaskStepsPage.PERSON) String person) {
        if (!TaskStepsPage.isFrom(person, staff)) {
            return TaskStepsPage.anotherLogin();
        }
        if (!TAKEN_AT_WORK.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        forms.once(
                submission,
                FORM,
                () -> photos.add(
                        slipOf(task, Set.of(Holder.MYSELF)),
                        kind,
                        List.of(picture(kind, photo)),
                        new Person(person, Set.of())));
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Rejection rejection) {
        return ResponseEntity.badRequest().body(Map.of("message", rejection.getMessage()));
    }

    private static Picture picture(PhotoKind kind, MultipartFile photo) {
        try {
            return kind == PhotoKind.SIGNATURE ? Picture.signature(photo.getBytes()) : Picture.of(photo.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String slipOf(String task, Set<Holder> holders) {
        return tasks.find(task)
                .filter(found -> holders.contains(found.holder()))
                .map(PersonalTask::slipNumber)
                .orElseThrow(TaskPhotosPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
