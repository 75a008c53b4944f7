using IspPortal.Core.Mapping.Tracing;
using IspPortal.Core.Network.Access;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A line that hangs below something.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Username">Its user name.</param>
/// <param name="Presence">Whether it is online.</param>
/// <param name="SubscriptionId">What was sold over it, or null.</param>
/// <param name="CustomerName">To whom, or null.</param>
/// <param name="Monthly">What it brings in an average month, without tax; null when it brings nothing.</param>
internal sealed record LineBelowResource(Guid AccessId, string Username, AccessPresence Presence, Guid? SubscriptionId, string? CustomerName, long? Monthly)
{
    public static LineBelowResource Of(LineBelow line) => new(line.AccessId, line.Username, line.Presence, line.SubscriptionId, line.CustomerName, line.Monthly?.Minor);
}
