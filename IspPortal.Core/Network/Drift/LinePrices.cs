using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Drift;

/// <summary>What is paid on one router, as far as it is known.</summary>
/// <param name="Lines">Lines that the router serves first, by their access; trials and what nobody sold are not among them.</param>
/// <param name="Profiles">What a plan that is served by a profile costs in an average month; without profiles of several plans of other prices.</param>
public sealed record LinePrices(IReadOnlyDictionary<Guid, LinePrice> Lines, IReadOnlyDictionary<(AccessService Service, string Profile), Money> Profiles)
{
    /// <summary>Nothing is known.</summary>
    public static LinePrices Unknown { get; } = new(new Dictionary<Guid, LinePrice>(), new Dictionary<(AccessService, string), Money>());
}
