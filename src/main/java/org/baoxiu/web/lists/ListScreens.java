package org.baoxiu.web.lists;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.baoxiu.lists.SlipFilter;
import org.baoxiu.lists.SlipLine;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.lists.SlipPage;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Lays out lists for whoever has sent the present request: somebody without the right to every slip gets their own only. */
@Component
class ListScreens {

    static final int LINES = 50;

    private final SlipLists lists;
    private final Names names;
    private final Staff staff;
    private final Clock clock;

    ListScreens(SlipLists lists, Names names, Staff staff, Clock clock) {
        this.lists = lists;
        this.names = names;
        this.staff = staff;
        this.clock = clock;
    }

    boolean everySlip() {
        return staff.mayOpen(SlipReaders.ALL_SLIPS);
    }

    OfficeScope scope() {
        return staff.scope();
    }

    SlipFilter filter(ListQuery query) {
        return query.filter(clock, everySlip() ? null : staff.person().orElseThrow(), scope());
    }

    /** A page; behind the last one the last. */
    ListScreen page(ListQuery asked) {
        return screen(asked, LINES, false);
    }

    /** The first lines of the list on one page. */
    ListScreen paper(ListQuery asked, int most) {
        return screen(asked.onPage(1), most, true);
    }

    private ListScreen screen(ListQuery asked, int most, boolean whole) {
        SlipPage page = lists.page(filter(asked), asked.order(), asked.descending(), asked.page(), most);
        ListQuery query = asked.onPage(page.page());
        List<SlipLine> lines = page.lines();
        ListWords words = words(
                lines.stream()
                        .map(SlipLine::technician)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                whole);
        return ListScreen.of(
                query,
                page.byPromise(),
                page.total(),
                page.pages(),
                lines.stream()
                        .map(line -> ListScreen.line(line, query.columns(), words))
                        .toList());
    }

    /** @param technicians login names of all whom the lines name */
    ListWords words(List<String> technicians, boolean whole) {
        return new ListWords(names.of(technicians), everySlip(), whole, clock.instant());
    }

    ListQuery read(MultiValueMap<String, String> words) {
        return ListQuery.of(words, clock);
    }
}
