package dev.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.management.ObjectInstance;
import org.jolokia.core.util.LocalServiceFactory;
import org.junit.jupiter.api.Test;

class CamelCacheKeyProviderTest {

  private final CamelCacheKeyProvider provider = new CamelCacheKeyProvider(1);

  @Test
  void beansOfOneTypeAndClassShareTheirDescription() throws Exception {
    assertThat(key("org.apache.camel:type=routes,name=\"a\"", "ManagedRoute"))
        .isNotNull()
        .isEqualTo(key("org.apache.camel:type=routes,name=\"b\"", "ManagedRoute"));
  }

  @Test
  void othersOfCamelDoNot() throws Exception {
    assertThat(key("org.apache.camel:type=routes,name=\"a\"", "ManagedRoute"))
        .isNotEqualTo(key("org.apache.camel:type=routes,name=\"b\"", "ManagedSuspendableRoute"))
        .isNotEqualTo(key("org.apache.camel:type=consumers,name=\"a\"", "ManagedRoute"));
  }

  @Test
  void beansOfOtherDomainsKeepTheirOwn() throws Exception {
    assertThat(key("sluice:type=DeadLetters", "DeadLetterConsole")).isNull();
  }

  @Test
  void jolokiaFindsItByName() {
    List<Object> services =
        LocalServiceFactory.createServices(
            getClass().getClassLoader(), "META-INF/jolokia/services");

    assertThat(services).hasAtLeastOneElementOfType(CamelCacheKeyProvider.class);
  }

  private String key(String name, String className) throws Exception {
    return provider.determineKey(new ObjectInstance(name, className));
  }
}
