package dev.sluice.web.access;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;

/** The end of a request, whether it is answered at once or later, on another thread. */
public final class RequestEnd {

  private RequestEnd() {}

  /** Runs the action now if the request is answered, else when its answer is complete. */
  public static void then(HttpServletRequest request, Runnable action) {
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new OnCompletion(action));
    } else {
      action.run();
    }
  }

  /** A timeout and an error need nothing of their own: completion follows them. */
  private record OnCompletion(Runnable action) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // Completion follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
