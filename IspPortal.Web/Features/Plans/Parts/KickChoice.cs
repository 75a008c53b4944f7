using System.Globalization;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>When sessions feel a change, as it is chosen.</summary>
public sealed class KickChoice
{
    public string Timing { get; set; } = nameof(KickTiming.NextRedial);

    public string From { get; set; } = "02:00";

    public string To { get; set; } = "05:00";

    public string PerSecond { get; set; } = "2";

    public static KickChoice Of(KickPolicy kicks) => new()
    {
        Timing = kicks.Timing.ToString(),
        From = kicks.WindowFrom?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "02:00",
        To = kicks.WindowTo?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "05:00",
        PerSecond = kicks.PerSecond?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    internal KickPolicy Read(FormReader reader)
    {
        var timing = Enum.Parse<KickTiming>(Timing);
        return timing == KickTiming.Window
            ? new KickPolicy(timing, reader.Hour("kicks", From), reader.Hour("kicks", To), reader.Whole("kicks", PerSecond) is > 0 and var pace ? pace : null)
            : new KickPolicy(timing);
    }
}
