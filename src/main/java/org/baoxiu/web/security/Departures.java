package org.baoxiu.web.security;

import java.util.Set;
import org.baoxiu.engine.PeopleWatch;
import org.baoxiu.people.FormerPeople;
import org.springframework.stereotype.Component;

/** Whoever is deleted here does not come back by the login of the company. */
@Component
class Departures implements PeopleWatch {

    private final FormerPeople former;

    Departures(FormerPeople former) {
        this.former = former;
    }

    @Override
    public void changed(Set<String> left) {
        former.remember(left);
    }
}
