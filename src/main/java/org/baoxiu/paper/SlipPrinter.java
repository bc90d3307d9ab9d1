package org.baoxiu.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.OwnerLinks;
import org.baoxiu.photo.Photo;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.FreeFields;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints slips 维修服务通知单 as PDF, A4. An unknown number is refused by {@link Slips}. */
@Service
@Transactional
public class SlipPrinter {

    private final PdfWriter writer;
    private final Slips slips;
    private final Fees fees;
    private final FreeFields extras;
    private final Photos photos;
    private final Names names;
    private final ObjectProvider<OwnerLinks> ownerLinks;

    SlipPrinter(
            PdfWriter writer,
            Slips slips,
            Fees fees,
            FreeFields extras,
            Photos photos,
            Names names,
            ObjectProvider<OwnerLinks> ownerLinks) {
        this.writer = writer;
        this.slips = slips;
        this.fees = fees;
        this.extras = extras;
        this.photos = photos;
        this.names = names;
        this.ownerLinks = ownerLinks;
    }

    /**
     * A copy for customer service, one for the maintenance team and one for the owner (4.3.5). The owner's copy has a link of its
     * own; those on sheets that were printed before stay good.
     *
     * @param telephone whether whoever prints may see the reporter's
     */
    public byte[] allCopies(String number, boolean telephone) {
        return print(copies(number, telephone));
    }

    /**
     * Several slips in one file, each as {@link #allCopies} prints it, in the order of their numbers as given; all of them or none.
     *
     * @param telephone whether whoever prints may see the reporter's of a slip
     */
    public byte[] several(List<String> numbers, Predicate<String> telephone) {
        return print(numbers.stream()
                .flatMap(number -> copies(number, telephone.test(number)).stream())
                .toList());
    }

    private List<Sheet> copies(String number, boolean telephone) {
        Slip slip = slips.get(number);
        String link = ownerLink(slip);
        String phone = slip.report().reporterPhone();
        PrintedSlip printed = printed(slip, telephone ? phone : Telephones.masked(phone));
        return Arrays.stream(Copy.values())
                .map(copy -> new Sheet(printed, copy.label(), copy.hasOwnerLink() ? link : null))
                .toList();
    }

    /**
     * The owner's copy alone, for whoever has opened the owner's page, where the telephone is hidden too.
     *
     * @param link of that page
     */
    public byte[] ownersCopy(String number, String link) {
        Slip slip = slips.get(number);
        PrintedSlip printed = printed(slip, Telephones.masked(slip.report().reporterPhone()));
        return print(List.of(new Sheet(printed, Copy.OWNER.label(), hasLink(slip) ? Pictures.qrCode(link) : null)));
    }

    /** Blank slips to be filled in by hand, one sheet for each number. */
    public byte[] blank(List<String> numbers) {
        return print(numbers.stream()
                .map(number -> new Sheet(PrintedSlip.blank(number), "停电备用，恢复后补录", null))
                .toList());
    }

    private PrintedSlip printed(Slip slip, String telephone) {
        return PrintedSlip.of(
                slip,
                telephone,
                extras.of(slip.number()),
                fees.latestQuote(slip.number()),
                fees.latestBill(slip.number()),
                signature(slip),
                names);
    }

    private byte[] print(List<Sheet> sheets) {
        return writer.write("slip", Map.of("sheets", sheets));
    }

    /** What was signed for the work as it is now: an earlier signature belongs to work that was done again. */
    private @Nullable String signature(Slip slip) {
        return photos.of(slip.number(), PhotoKind.SIGNATURE).stream()
                .filter(photo -> slip.work().finishedAt() != null
                        && !photo.addedAt().isBefore(slip.work().finishedAt()))
                .reduce((earlier, later) -> later)
                .map(Photo::id)
                .flatMap(id -> photos.image(slip.number(), id, Photos.Size.FULL))
                .map(Pictures::jpeg)
                .orElse(null);
    }

    private @Nullable String ownerLink(Slip slip) {
        OwnerLinks links = ownerLinks.getIfAvailable();
        return links == null || !hasLink(slip) ? null : Pictures.qrCode(links.issue(slip.number()));
    }

    /** There is nothing to follow in a public area, where nobody agrees, accepts or pays, nor on a slip that has ended. */
    private static boolean hasLink(Slip slip) {
        return !slip.publicArea() && !slip.state().ended();
    }
}
