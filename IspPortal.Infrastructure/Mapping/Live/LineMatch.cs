using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>Whether a line is one of those that a filter wants.</summary>
internal static class LineMatch
{
    public static bool Of(MapLine line, MapLineState state, MapLineFilter wanted) =>
        (wanted.State is null || state == wanted.State)
        && (wanted.PlanId is null || line.PlanId == wanted.PlanId)
        && (wanted.RouterId is null || line.RouterId == wanted.RouterId)
        && (wanted.Tag is null || line.Tags.Contains(wanted.Tag, StringComparer.Ordinal))
        && (wanted.Payment is null || PaymentOf(line) == wanted.Payment);

    private static MapPayment PaymentOf(MapLine line) =>
        line.Holds.HasFlag(AccessHolds.Dunning) ? MapPayment.Overdue : line.Holds.HasFlag(AccessHolds.Expired) ? MapPayment.Expired : MapPayment.Clear;
}
