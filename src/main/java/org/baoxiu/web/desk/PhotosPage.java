package org.baoxiu.web.desk;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.JpegAnswer;
import org.baoxiu.web.PhotoUploads;
import org.baoxiu.web.StaffPage;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The photos of a slip for whoever works on slips, and those that a technician adds before and after the work (4.3.3, Q5). */
@StaffPage
@RequestMapping("/slips/{number}/photos")
public class PhotosPage {

    private static final List<PhotoKind> TAKEN_AT_WORK = List.of(PhotoKind.BEFORE, PhotoKind.AFTER);

    private final Photos photos;
    private final Slips slips;

    PhotosPage(Photos photos, Slips slips) {
        this.photos = photos;
        this.slips = slips;
    }

    @GetMapping
    String photos(@PathVariable String number, @RequestParam(defaultValue = "") List<String> photo, Model model) {
        model.addAttribute("problems", PhotoUploads.said(photo));
        model.addAttribute("slip", slips.get(number));
        model.addAttribute("photos", photos.of(number));
        model.addAttribute("kinds", PhotoKind.values());
        model.addAttribute("takenAtWork", TAKEN_AT_WORK);
        return "photos";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String number, @PathVariable long id, @RequestParam(defaultValue = "FULL") Photos.Size size) {
        return JpegAnswer.of(photos.image(number, id, size));
    }

    @PostMapping
    String add(
            @PathVariable String number,
            @RequestParam PhotoKind kind,
            @RequestParam List<MultipartFile> photos,
            Principal person) {
        if (!TAKEN_AT_WORK.contains(kind)) {
            throw Rejection.invalid(number, "这里只能添加维修前和维修后的照片。");
        }
        PhotoUploads uploads = PhotoUploads.of(photos);
        this.photos.add(number, kind, uploads.pictures(), new Person(person.getName(), Set.of()));
        return "redirect:/slips/" + number + "/photos"
                + (uploads.problems().isEmpty() ? "" : "?photo=" + String.join("&photo=", uploads.problems()));
    }
}
