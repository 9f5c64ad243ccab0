package dev.sluice.serve;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The contract at {@code /api/docs/openapi.yaml} and a page to browse it at {@code /api/docs/}. */
@Configuration(proxyBeanMethods = false)
class DocsPage implements WebMvcConfigurer {

  private static final String ROOT = "/api/docs/";

  @Override
  public void addViewControllers(ViewControllerRegistry views) {
    views.addRedirectViewController("/", ROOT);
    views.addRedirectViewController("/api/docs", ROOT);
    views.addViewController(ROOT).setViewName("forward:" + ROOT + "index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler(ROOT + "ui/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/5.31.0/");
    resources.addResourceHandler(ROOT + "openapi.yaml").addResourceLocations("classpath:/");
    resources
        .addResourceHandler(ROOT + "index.html", ROOT + "start.js")
        .addResourceLocations("classpath:/docs-page/");
  }
}
