package dev.sluice.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the contract at {@code /api/docs/openapi.yaml} and a page to browse it at {@code
 * /api/docs/}.
 */
@Controller
class DocsPage implements WebMvcConfigurer {

  private static final String ROOT = "/api/docs/";

  @Override
  public void addViewControllers(ViewControllerRegistry views) {
    views.addRedirectViewController("/api/docs", ROOT);
    views.addViewController(ROOT).setViewName("forward:" + ROOT + "index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler(ROOT + "ui/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/5.31.0/");
    resources
        .addResourceHandler(ROOT + "*.html", ROOT + "*.js")
        .addResourceLocations("classpath:/docs-page/");
  }

  /** The contract itself, which the routes are held against at the start. */
  @GetMapping(path = ROOT + "openapi.yaml", produces = "application/yaml")
  @ResponseBody
  Resource contract() {
    return new ClassPathResource("openapi.yaml");
  }
}
