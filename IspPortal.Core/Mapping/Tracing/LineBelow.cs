using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>A line that hangs below something.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="Presence">Whether it is online.</param>
/// <param name="SubscriptionId">What was sold over it, or null.</param>
/// <param name="CustomerName">To whom, or null; null too for who may not see customers.</param>
/// <param name="Monthly">What it brings in an average month, without tax; null when it is not sold, a trial, or not in service, and for who may not see subscriptions.</param>
public sealed record LineBelow(Guid AccessId, string Username, AccessPresence Presence, Guid? SubscriptionId, string? CustomerName, Money? Monthly);
