package dev.sluice.ops.board;

import java.util.List;
import java.util.function.Function;

/**
 * What is plotted: for each figure one value a point, null where there is a gap.
 *
 * @param stepSeconds between two points
 */
public record SampleSeries(long stepSeconds, Series series) {

  /**
   * The figures.
   *
   * @param at the end of each step, in seconds since 1970
   * @param received documents in the step
   * @param completed likewise
   * @param failed likewise, as dead or invalid
   * @param p50 seconds from receipt to completion that half of them took at most
   * @param p95 likewise of 95 in 100, the largest of any period in the step
   * @param queue documents that waited
   * @param forks that worked
   * @param cpu share of the machines' cores, 0 to 1
   * @param memory bytes of all replicas
   * @param diskFree bytes of the fullest disk
   */
  public record Series(
      List<Long> at,
      List<Long> received,
      List<Long> completed,
      List<Long> failed,
      List<Double> p50,
      List<Double> p95,
      List<Double> queue,
      List<Double> forks,
      List<Double> cpu,
      List<Double> memory,
      List<Double> diskFree) {

    static Series of(List<Samples.Point> points) {
      return new Series(
          each(points, Samples.Point::at),
          each(points, Samples.Point::received),
          each(points, Samples.Point::completed),
          each(points, Samples.Point::failed),
          each(points, Samples.Point::p50),
          each(points, Samples.Point::p95),
          each(points, Samples.Point::queue),
          each(points, Samples.Point::forks),
          each(points, Samples.Point::cpu),
          each(points, Samples.Point::memory),
          each(points, Samples.Point::diskFree));
    }

    private static <T> List<T> each(List<Samples.Point> points, Function<Samples.Point, T> figure) {
      return points.stream().map(figure).toList();
    }
  }
}
