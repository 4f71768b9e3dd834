package se.byggsten.core.identifier;

/**
 * The transverse Mercator projection of an ellipsoid, by Krüger's series to the fourth order of n.
 *
 * <p>Source of the formulas: Lantmäteriet, Gauss Conformal Projection (Transverse Mercator),
 * Krüger's Formulas. Exact to well below a millimetre within Sweden.
 */
final class GaussKruger {
  /** SWEREF 99 TM: GRS 80, central meridian 15° E, scale 0.9996, false easting 500 000 m. */
  static final GaussKruger SWEREF_99_TM =
      new GaussKruger(6378137.0, 1 / 298.257222101, 15, 0.9996, 0, 500_000);

  private final double meridian;
  private final double falseNorthing;
  private final double falseEasting;
  private final double scaledRadius;
  private final double[] toSphere;
  private final double[] toEllipsoid;
  private final double[] beta;
  private final double[] delta;

  GaussKruger(
      double axis,
      double flattening,
      double centralMeridian,
      double scale,
      double falseNorthing,
      double falseEasting) {
    this.meridian = Math.toRadians(centralMeridian);
    this.falseNorthing = falseNorthing;
    this.falseEasting = falseEasting;
    double e2 = flattening * (2 - flattening);
    double e4 = e2 * e2;
    double e6 = e4 * e2;
    double e8 = e4 * e4;
    double n = flattening / (2 - flattening);
    double n2 = n * n;
    double n3 = n2 * n;
    double n4 = n2 * n2;
    scaledRadius = scale * axis / (1 + n) * (1 + n2 / 4 + n4 / 64);
    toSphere =
        new double[] {
          -e2, -(5 * e4 - e6) / 6, -(104 * e6 - 45 * e8) / 120, -1237 * e8 / 1260,
        };
    toEllipsoid =
        new double[] {
          e2 + e4 + e6 + e8,
          -(7 * e4 + 17 * e6 + 30 * e8) / 6,
          (224 * e6 + 889 * e8) / 120,
          -4279 * e8 / 1260,
        };
    beta =
        new double[] {
          n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180,
          13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440,
          61 * n3 / 240 - 103 * n4 / 140,
          49561 * n4 / 161280,
        };
    delta =
        new double[] {
          n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360,
          n2 / 48 + n3 / 15 - 437 * n4 / 1440,
          17 * n3 / 480 - 37 * n4 / 840,
          4397 * n4 / 161280,
        };
  }

  /** Northing and easting in metres. */
  record Grid(double northing, double easting) {}

  /** Latitude and longitude in degrees. */
  record Geodetic(double latitude, double longitude) {}

  Grid toGrid(Geodetic point) {
    double latitude = corrected(Math.toRadians(point.latitude()), toSphere);
    double difference = Math.toRadians(point.longitude()) - meridian;
    double xi = Math.atan(Math.tan(latitude) / Math.cos(difference));
    double eta = atanh(Math.cos(latitude) * Math.sin(difference));
    double x = xi;
    double y = eta;
    for (int i = 0; i < 4; i++) {
      double k = 2 * (i + 1);
      x += beta[i] * Math.sin(k * xi) * Math.cosh(k * eta);
      y += beta[i] * Math.cos(k * xi) * Math.sinh(k * eta);
    }
    return new Grid(scaledRadius * x + falseNorthing, scaledRadius * y + falseEasting);
  }

  Geodetic toGeodetic(Grid point) {
    double x = (point.northing() - falseNorthing) / scaledRadius;
    double y = (point.easting() - falseEasting) / scaledRadius;
    double xi = x;
    double eta = y;
    for (int i = 0; i < 4; i++) {
      double k = 2 * (i + 1);
      xi -= delta[i] * Math.sin(k * x) * Math.cosh(k * y);
      eta -= delta[i] * Math.cos(k * x) * Math.sinh(k * y);
    }
    double latitude = Math.asin(Math.sin(xi) / Math.cosh(eta));
    double difference = Math.atan(Math.sinh(eta) / Math.cos(xi));
    return new Geodetic(
        Math.toDegrees(corrected(latitude, toEllipsoid)), Math.toDegrees(meridian + difference));
  }

  /** Between the latitude on the ellipsoid and the conformal one, by a series in sin². */
  private static double corrected(double latitude, double[] series) {
    double sin2 = Math.sin(latitude) * Math.sin(latitude);
    double sum = series[0] + sin2 * (series[1] + sin2 * (series[2] + sin2 * series[3]));
    return latitude + Math.sin(latitude) * Math.cos(latitude) * sum;
  }

  private static double atanh(double value) {
    return Math.log((1 + value) / (1 - value)) / 2;
  }
}
