using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Network.Drift;

/// <summary>What a line pays.</summary>
/// <param name="Monthly">In an average month, without tax.</param>
/// <param name="IsDue">Whether it should run now; false while it is held.</param>
public sealed record LinePrice(Money Monthly, bool IsDue);
