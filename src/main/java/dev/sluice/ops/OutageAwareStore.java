package dev.sluice.ops;

import dev.sluice.store.claimcheck.BreakableHttp;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has nobody wait for an object store that the watch has found to be out. */
@Configuration(proxyBeanMethods = false)
class OutageAwareStore {

  @Bean
  SmartInitializingSingleton freeWhoeverWaitsForTheStore(ServerWatch watch, BreakableHttp store) {
    return () ->
        watch.addListener(
            (server, isOut) -> {
              if (server != WatchedServer.STORE) {
                return;
              }
              if (isOut) {
                store.breakOff();
              } else {
                store.restore();
              }
            });
  }
}
