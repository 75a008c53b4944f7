using IspPortal.Core.Billing.Leaks;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>One finding.</summary>
/// <param name="Kind">Where the money is lost.</param>
/// <param name="Id">The subscription, or the difference on the router.</param>
/// <param name="SubscriptionId">The subscription, or null.</param>
/// <param name="Line">Its number, or the name on the router.</param>
/// <param name="Username">The line's name on the router.</param>
/// <param name="CustomerName">Whose, or null.</param>
/// <param name="RouterName">The router, or null.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">Since when, or null.</param>
/// <param name="Monthly">What is lost in an average month, without tax; null: not known.</param>
internal sealed record LeakResource(LeakKind Kind, Guid Id, Guid? SubscriptionId, string Line, string Username, string? CustomerName, string? RouterName, LeakEvidence Evidence, DateOnly? On, long? Monthly)
{
    public static LeakResource Of(LeakRow row) => new(row.Kind, row.Id, row.SubscriptionId, row.Line, row.Username, row.CustomerName, row.RouterName, row.Evidence, row.On, row.Monthly?.Minor);
}
