using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Imports;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Puts what a router holds into what the portal wants of a line.</summary>
internal static class AdoptedValues
{
    private const AccessHolds Disabling = AccessHolds.Manual | AccessHolds.Abuse | AccessHolds.Pause;

    /// <summary>All of the properties, or none: false when one of them would go against a hold, a debt, or what the portal can say.</summary>
    public static bool TryTake(DesiredAccessRecord wanted, AccessPlacement placement, FoundLine line, IReadOnlyCollection<string> properties, string isolir)
    {
        if (!properties.All(property => CanTake(wanted, line, property, isolir)))
        {
            return false;
        }

        foreach (var property in properties)
        {
            Take(wanted, placement, line, property);
        }

        return true;
    }

    private static bool CanTake(DesiredAccessRecord wanted, FoundLine line, string property, string isolir) => property switch
    {
        "name" => line.Name.Length <= 64,
        "profile" => wanted.State is AccessState.Active or AccessState.Throttled && line.Profile is not null && line.Profile != isolir,
        "disabled" => line.IsDisabled ? wanted.State == AccessState.Active : (wanted.Holds & Disabling) == AccessHolds.Manual,
        "remote-address" or "address" or "target" => line.FixedAddress is not null,
        "caller-id" or "mac-address" => line.CallerId is not null,
        "max-limit" or "burst-limit" or "burst-threshold" or "burst-time" or "limit-at" or "priority" => wanted.State == AccessState.Active,
        "password" => line.Password is { Length: <= 128 },
        _ => false,
    };

    private static void Take(DesiredAccessRecord wanted, AccessPlacement placement, FoundLine line, string property)
    {
        switch (property)
        {
            case "name":
                wanted.Username = line.Name;
                wanted.UsernameKey = DesiredAccessRecord.KeyOf(wanted.Service, line.Name);
                break;
            case "profile" when wanted.State == AccessState.Throttled && wanted.ThrottledProfile is not null:
                wanted.ThrottledProfile = line.Profile;
                break;
            case "profile":
                wanted.Profile = line.Profile;
                break;
            case "disabled":
                wanted.Holds = line.IsDisabled ? wanted.Holds | AccessHolds.Manual : wanted.Holds & ~AccessHolds.Manual;
                break;
            case "remote-address" or "address" or "target":
                wanted.FixedAddress = line.FixedAddress;
                break;
            case "caller-id" or "mac-address":
                wanted.CallerId = line.CallerId;
                break;
            case "password":
                wanted.Password = line.Password;
                wanted.PasswordRevision++;
                placement.PasswordRevision = wanted.PasswordRevision;
                break;
            default:
                wanted.RateLimit = line.RateLimit;
                break;
        }
    }
}
