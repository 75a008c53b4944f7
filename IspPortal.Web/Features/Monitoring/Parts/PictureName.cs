using System.Globalization;

namespace IspPortal.Web.Features.Monitoring.Parts;

/// <summary>Names a file after what it shows and from when to when.</summary>
internal static class PictureName
{
    private const string Moment = "yyyyMMdd-HHmm";

    public static string Of(string subject, string what, DateTime from, DateTime to)
    {
        var name = new string([.. subject.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]).Trim('.', '-');
        return string.Create(CultureInfo.InvariantCulture, $"{(name.Length == 0 ? "history" : name)}-{what.ToLowerInvariant()}-{from.ToString(Moment, CultureInfo.InvariantCulture)}-{to.ToString(Moment, CultureInfo.InvariantCulture)}.png");
    }
}
