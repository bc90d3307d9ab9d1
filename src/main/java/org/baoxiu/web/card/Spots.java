package org.baoxiu.web.card;

import java.util.Optional;
import org.baoxiu.office.Location;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.security.Staff;
import org.springframework.stereotype.Component;

/** Finds what a call is about, in the offices of whoever takes it. */
@Component
class Spots {

    private static final int LONGEST = 200;

    private final PlaceRegister places;
    private final Offices offices;
    private final Staff staff;

    Spots(PlaceRegister places, Offices offices, Staff staff) {
        this.places = places;
        this.offices = offices;
        this.staff = staff;
    }

    /** By its id in the register. */
    Spot of(long id) {
        Place place = places.place(id).orElseThrow(() -> Rejection.invalid("没有登记这一处，可能登记册刚刚更新过。请回到服务台重新查找。"));
        requireTheirs(place.office());
        String written = written(place);
        return new Spot(place.office(), written, places.locate(place.office(), written), Optional.of(place));
    }

    /** By what somebody has written, which the register may have under another spelling. */
    Spot of(String office, String typed) {
        String place = Texts.line(typed);
        if (place.isEmpty() || place.length() > LONGEST) {
            throw Rejection.invalid("请写明地点，最多 " + LONGEST + " 个字。");
        }
        requireTheirs(offices.checked(office));
        Location location = places.locate(office, place);
        return new Spot(
                office, place, location, Optional.ofNullable(location.placeId()).flatMap(places::place));
    }

    private void requireTheirs(String office) {
        if (!staff.scope().covers(office)) {
            throw Rejection.forbidden("这一处属于“" + office + "”，您不在这个管理处，不能查看。确需办理的，请联系系统管理员。");
        }
    }

    /** As people write it, if it is understood so; otherwise its normal form always is. */
    private String written(Place place) {
        Long understood = places.locate(place.office(), place.label()).placeId();
        return understood != null && understood == place.id() ? place.label() : place.key();
    }
}
