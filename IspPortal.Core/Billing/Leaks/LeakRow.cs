using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Leaks;

/// <summary>One finding.</summary>
/// <param name="Kind">Where the money is lost.</param>
/// <param name="Id">The subscription, or the difference on the router.</param>
/// <param name="SubscriptionId">The subscription, or null.</param>
/// <param name="Line">Its number, or the name on the router.</param>
/// <param name="Username">The line's name on the router.</param>
/// <param name="CustomerName">Whose, or null.</param>
/// <param name="RouterName">The router, or null.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">Since when, by what it shows, or null.</param>
/// <param name="Monthly">What is lost in an average month, without tax; null: not known.</param>
public sealed record LeakRow(LeakKind Kind, Guid Id, Guid? SubscriptionId, string Line, string Username, string? CustomerName, string? RouterName, LeakEvidence Evidence, DateOnly? On, Money? Monthly);
