namespace IspPortal.Core.Mapping.Exchange;

/// <summary>How a file holds the plant.</summary>
public enum PlantFormat
{
    /// <summary>GeoJSON (RFC 7946): a FeatureCollection of points and lines.</summary>
    Geojson,

    /// <summary>KML 2.2 (OGC 07-147r2), as Google Earth and My Maps write and read it; not its compressed form KMZ.</summary>
    Kml,

    /// <summary>One table: what a row is, its column kind says.</summary>
    Csv,
}
