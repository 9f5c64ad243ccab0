package dev.sluice.ops.board;

import dev.sluice.web.ApiRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls behind the ops board. */
@Component
public class BoardApi {

  private final BoardView board;
  private final Samples samples;

  BoardApi(BoardView board, Samples samples) {
    this.board = board;
    this.samples = samples;
  }

  /** How all stands now. */
  public Board now() {
    return board.look();
  }

  /** What the plots show, of the last hour unless the request says another range. */
  public SampleSeries samples(@Header("CamelHttpServletRequest") HttpServletRequest http) {
    SampleRange range = new ApiRequest(http).read("range", SampleRange::of);
    return samples.read(range == null ? SampleRange.HOUR : range);
  }
}
