package dev.sluice.web.pages;

import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the files of the pages, and the one document for each address that a page has. */
@Component
class PageResources implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry views) {
    views.addRedirectViewController("/", "/app/");
    views.addRedirectViewController("/app", "/app/");
    views.addViewController("/app/").setViewName("forward:/app/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler("/app/**")
        .addResourceLocations("classpath:/static/app/")
        .setCacheControl(CacheControl.noCache()) // asked for again, and mostly not sent again
        .resourceChain(false)
        .addResolver(new FileOrPage());
  }

  private static final class FileOrPage extends PathResourceResolver {
    @Override
    protected Resource getResource(String path, Resource location) throws IOException {
      boolean isFile = StringUtils.getFilenameExtension(path) != null;
      return super.getResource(isFile ? path : "index.html", location);
    }
  }
}
