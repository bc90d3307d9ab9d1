package org.baoxiu.web.desk;

import java.util.List;
import java.util.function.Predicate;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.OwnerRemarks.Waiting;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;

/** What owners have said and nobody has answered, for whoever stands at the desk and may answer it. */
@Component
public class RemarksToAnswer {

    private final OwnerRemarks remarks;
    private final OfficeSteps office;
    private final SlipReaders readers;
    private final Staff staff;

    RemarksToAnswer(OwnerRemarks remarks, OfficeSteps office, SlipReaders readers, Staff staff) {
        this.remarks = remarks;
        this.office = office;
        this.readers = readers;
        this.staff = staff;
    }

    /** The oldest first. */
    public List<Waiting> all() {
        return of(number -> true);
    }

    /** @param slips by their numbers */
    public List<Waiting> of(Predicate<String> slips) {
        return staff.person().filter(office::mayTell).isEmpty()
                ? List.of()
                : remarks.waiting(staff.scope()).stream()
                        .filter(one -> slips.test(one.number()))
                        .filter(one -> readers.mayRead(one.number()))
                        .toList();
    }
}
