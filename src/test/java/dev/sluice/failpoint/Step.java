package dev.sluice.failpoint;

import org.apache.camel.NamedNode;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.ToDefinition;

/**
 * A step that calls something, as its route file names it, without parameters and with placeholders
 * unfilled.
 */
record Step(String route, String call) {

  static Step bean(String route, String ref, String method) {
    return new Step(route, ref + "." + upTo('(', method));
  }

  static Step to(String route, String uri) {
    return new Step(route, upTo('?', uri));
  }

  /** Null if the node calls nothing. */
  static Step of(NamedNode node) {
    String route = ProcessorDefinitionHelper.getRouteId(node);
    if (node instanceof BeanDefinition bean) {
      return bean(route, bean.getRef(), bean.getMethod());
    }
    return node instanceof ToDefinition to ? to(route, to.getUri()) : null;
  }

  /** The name that tells a process where to die. */
  @Override
  public String toString() {
    return route + "/" + call;
  }

  private static String upTo(char end, String text) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
