package dev.sluice.limits;

import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's lists of owners and plans, for ops. */
@Component
public class OwnerListApi {

  private final OwnerList owners;
  private final LimitSettings settings;

  OwnerListApi(OwnerList owners, LimitSettings settings) {
    this.owners = owners;
    this.settings = settings;
  }

  /** A plan as ops may give it. */
  public record PlanView(String name, Plan limits) {}

  /** Owners by load. */
  public ListPage<OwnerList.OwnerLoad> list(
      @Header("CamelHttpServletRequest") HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    return ListPage.of(
        owners.list(request.cursor(OwnerList.OwnerCursor::parse), limit + 1),
        limit,
        last -> OwnerList.OwnerCursor.of(last).toString());
  }

  /** The plans of the configuration, by name. */
  public Map<String, List<PlanView>> plans() {
    return Map.of(
        "items",
        new TreeSet<>(settings.plans().keySet())
            .stream().map(name -> new PlanView(name, settings.plan(name))).toList());
  }
}
