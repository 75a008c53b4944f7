using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Lines that can be put on a router and what that takes there, and why others cannot.</summary>
/// <param name="Lines">Those that can.</param>
/// <param name="Compared">What the router holds beside what it would hold; its plan names no line that cannot.</param>
/// <param name="Obstacles">One finding per line that cannot.</param>
internal sealed record AbleLines(IReadOnlyList<DesiredAccessRecord> Lines, RouterComparison Compared, IReadOnlyList<(PlanFinding Finding, string Username)> Obstacles)
{
    /// <summary>Those that are not on the router at all.</summary>
    public int New => Compared.Plan.Steps.Count(s => s is { Verb: PlanVerb.Add, Menu: not RouterMenus.AddressList });
}
