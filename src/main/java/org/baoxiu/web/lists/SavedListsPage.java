package org.baoxiu.web.lists;

import java.security.Principal;
import org.baoxiu.lists.SavedLists;
import org.baoxiu.web.StaffPage;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves the list that somebody looks at under a name, and removes it. */
@StaffPage
class SavedListsPage {

    private final SavedLists saved;
    private final ListScreens screens;

    SavedListsPage(SavedLists saved, ListScreens screens) {
        this.saved = saved;
        this.screens = screens;
    }

    /** @param form the words of the list beside {@code name} and {@code usual} */
    @PostMapping("/slips/saved")
    String save(
            Principal person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean usual,
            @RequestParam MultiValueMap<String, String> form) {
        String words = screens.read(form).onPage(1).words();
        saved.save(person.getName(), name, words, usual);
        return "redirect:" + ListScreen.PATH + "?" + words;
    }

    @PostMapping("/slips/saved/{id}/remove")
    String remove(Principal person, @PathVariable long id) {
        saved.remove(person.getName(), id);
        return "redirect:" + ListScreen.PATH + "?slips=" + ListQuery.OPEN;
    }
}
