package dev.sluice.timetable.plan;

import dev.sluice.timetable.calendar.CalendarFile;
import dev.sluice.timetable.calendar.CalendarLinks;
import dev.sluice.timetable.calendar.SubscriptionToken;
import dev.sluice.web.access.LinkOwners;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows the links to calendars of timetables. */
@Component
class PlanLinks implements CalendarLinks, LinkOwners {

  private final PlanSubscriptions subscriptions;
  private final Plans plans;
  private final PlanCalendars calendars;

  PlanLinks(PlanSubscriptions subscriptions, Plans plans, PlanCalendars calendars) {
    this.subscriptions = subscriptions;
    this.plans = plans;
    this.calendars = calendars;
  }

  @Override
  public Optional<CalendarFile> open(SubscriptionToken token, String ifNoneMatch) {
    return subscriptions
        .find(token)
        .flatMap(linked -> plans.find(linked.owner(), linked.plan()))
        .map(plan -> calendars.make(plan, ifNoneMatch));
  }

  @Override
  public Optional<String> ownerOf(String path) {
    return SubscriptionToken.in(path)
        .flatMap(subscriptions::find)
        .map(PlanSubscriptions.Linked::owner);
  }
}
