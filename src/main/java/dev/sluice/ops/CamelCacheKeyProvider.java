package dev.sluice.ops;

import javax.management.ObjectInstance;
import javax.management.ObjectName;
import org.jolokia.service.jmx.api.CacheKeyProvider;

/**
 * Has Jolokia list what Camel's MBeans of one class have in common once, instead of once for each.
 * Jolokia makes it itself, by its name in META-INF/jolokia/services.
 */
public final class CamelCacheKeyProvider extends CacheKeyProvider {

  private static final String DOMAIN = "org.apache.camel";

  /** As Jolokia calls it, with the place in the order of providers. */
  public CamelCacheKeyProvider(int order) {
    super(order);
  }

  /** Camel reads attributes and operations from the class of the managed object. */
  @Override
  public String determineKey(ObjectInstance bean) {
    ObjectName name = bean.getObjectName();
    return name.getDomain().equals(DOMAIN)
        ? name.getKeyProperty("type") + ":" + bean.getClassName()
        : null;
  }
}
