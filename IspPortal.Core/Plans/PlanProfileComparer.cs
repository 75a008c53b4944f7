using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans;

/// <summary>Compares the profile that a plan needs with what a router holds.</summary>
public static class PlanProfileComparer
{
    /// <summary>How it stands; <paramref name="profiles"/> is null when the router was never read.</summary>
    public static PlanProfileState StateOf(IReadOnlyCollection<FoundProfile>? profiles, string name, RateLimit wanted)
    {
        if (profiles is null)
        {
            return PlanProfileState.Unknown;
        }

        var found = profiles.FirstOrDefault(profile => profile.Name == name);
        return found is null ? PlanProfileState.Missing
            : RateLimit.TryParse(found.RateLimit, out var limit) && limit == wanted ? PlanProfileState.InStep
            : PlanProfileState.Different;
    }
}
