using IspPortal.Core.Network.Isolir;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>A router's isolir kit.</summary>
/// <param name="State">unchecked, green (lines can be isolated) or red (nobody is isolated there).</param>
/// <param name="Report">The last check; null when there was none.</param>
internal sealed record IsolirKitResource(IsolirKitState State, IsolirReport? Report)
{
    public static IsolirKitResource Of(IsolirReport? report) =>
        new(report is null ? IsolirKitState.Unchecked : report.IsProven ? IsolirKitState.Green : IsolirKitState.Red, report);
}
