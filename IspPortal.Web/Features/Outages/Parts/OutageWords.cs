using IspPortal.Core.Mapping.Incidents;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Outages.Parts;

/// <summary>How outages are shown.</summary>
internal static class OutageWords
{
    public static Tone ToneOf(OutageState state) => state switch
    {
        OutageState.Confirmed => Tone.Bad,
        OutageState.Suspected => Tone.Warning,
        OutageState.Announced => Tone.Info,
        _ => Tone.Neutral,
    };

    public static string IconOf(OutageKind kind) => kind switch
    {
        OutageKind.Router => "router",
        OutageKind.Planned => "engineering",
        _ => "link_off",
    };
}
