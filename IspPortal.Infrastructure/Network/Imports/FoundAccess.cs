using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;

namespace IspPortal.Infrastructure.Network.Imports;

/// <summary>A line to take over as it was found: what the portal then wants is what the router holds.</summary>
internal sealed record FoundAccess(int Number, SaveAccessRequest Request, AccessHolds Holds, string? ItemId)
{
    public AccessState AppliedState => AccessStateRule.StateOf(AccessLifecycle.Live, Holds, overQuota: false);

    // The profile of its plan comes from elsewhere where the router only says isolir.
    public static FoundAccess Of(Guid routerId, int number, FoundLine line, string isolirProfile, string? planProfile, string? note)
    {
        var isolated = line.Profile is not null && line.Profile == isolirProfile;
        var holds = (line.IsDisabled && line.Service != AccessService.Static ? AccessHolds.Manual : AccessHolds.None) | (isolated ? AccessHolds.Dunning : AccessHolds.None);
        return new FoundAccess(
            number,
            new SaveAccessRequest(
                routerId, line.Service, line.Name, line.Password, isolated ? planProfile : line.Profile, line.RateLimit, line.FixedAddress, line.CallerId, Shortened(note), MayAdopt: true),
            holds,
            line.ItemId);
    }

    private static string? Shortened(string? note) => note is { Length: > 200 } ? note[..200] : note;
}
