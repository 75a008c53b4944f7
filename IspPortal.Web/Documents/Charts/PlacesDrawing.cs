using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace IspPortal.Web.Documents.Charts;

/// <summary>Draws places as a plan without ground, for pages that run no script: north is up, distances are true near the middle.</summary>
internal static class PlacesDrawing
{
    private const int Room = 60;
    private const double Radius = 7;
    private const double LeastSpan = 0.002;

    /// <summary>The drawing, a whole <c>svg</c> element; empty where there is no place.</summary>
    public static string Draw(IReadOnlyList<DrawnPlace> places, int width, int height, string label)
    {
        if (places.Count == 0)
        {
            return "";
        }

        var (south, north, west, east) = (places.Min(p => p.Latitude), places.Max(p => p.Latitude), places.Min(p => p.Longitude), places.Max(p => p.Longitude));
        var (middle, centre) = ((south + north) / 2, (west + east) / 2);
        var narrow = Math.Cos(middle * Math.PI / 180);
        var scale = Math.Min((width - (2 * Room)) / Math.Max((east - west) * narrow, LeastSpan), (height - (2 * Room)) / Math.Max(north - south, LeastSpan));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"drawn-places\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\">");
        foreach (var place in places)
        {
            var (x, y) = ((width / 2.0) + ((place.Longitude - centre) * narrow * scale), (height / 2.0) - ((place.Latitude - middle) * scale));
            var isRight = x > width * 0.75;
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"place-{place.Tone}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Radius}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"chart-word\" x=\"{(isRight ? x - 12 : x + 12):0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"{(isRight ? "end" : "start")}\">{HtmlEncoder.Default.Encode(place.Name)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }
}
