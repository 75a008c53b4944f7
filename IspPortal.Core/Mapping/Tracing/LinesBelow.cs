using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>Who hangs below something.</summary>
/// <param name="Element">The thing.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">How many lines in all.</param>
/// <param name="Online">How many of them are online.</param>
/// <param name="Offline">How many are known to be offline.</param>
/// <param name="Unknown">How many are on a router that cannot be read now.</param>
/// <param name="Monthly">What all of them bring in an average month, without tax; null for who may not see subscriptions.</param>
/// <param name="Page">The lines that were asked for: those that are offline first, then by user name.</param>
public sealed record LinesBelow(PlantElement Element, string Name, int Lines, int Online, int Offline, int Unknown, Money? Monthly, Page<LineBelow> Page);
